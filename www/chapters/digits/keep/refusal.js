// @ts-check
// Why a file was refused, in words that fit a file of the reader's: the page's own are about files that it downloads.

import { hasText, t } from "../../../i18n/index.js";

/**
 * The same error with the code of its text here, where there is one.
 * @param {"keep" | "own"} kind
 * @returns {(error: unknown) => unknown}
 */
function forKind(kind) {
  return (error) => {
    const { code, details } = /** @type {{ code?: unknown, details?: object }} */ (error ?? {});
    const own = `${kind}-${String(code)}`;
    if (!hasText(`error.${own}`)) return error;
    const { part } = /** @type {{ part?: string }} */ (details ?? {});
    return { code: own, details: { ...details, ...(part ? { part: () => t(`digits.own.${part}`) } : {}) } };
  };
}

/** A network file that the reader opened. */
export const forOpened = forKind("keep");

/** Data of the reader's own. */
export const forOwn = forKind("own");
