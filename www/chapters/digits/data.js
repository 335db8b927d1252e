// @ts-check
// How the four data files are doing: one progress bar for all, and a failed one with its reason and a way to try again.

import { createNotice, describeError } from "../../controls/notice.js";
import { createProgress } from "../../controls/progress.js";
import { t } from "../../i18n/index.js";
import { fixed } from "../../i18n/numbers.js";

const MEGABYTE = 1e6;

/** @param {{ onRetry: () => void }} options */
export function createDataState({ onRetry }) {
  const progress = createProgress("digits.data.name");
  const notice = createNotice();

  return {
    progress: progress.element,
    notice: notice.element,
    /** @param {ReturnType<import("./arrivals.js").Arrivals["state"]>} state */
    show({ loaded, total, done, failure }) {
      if (done || failure) progress.hide();
      else {
        progress.show(total > 0 ? loaded / total : null, "digits.data.loading", {
          loaded: () => fixed(loaded / MEGABYTE, 1),
          total: () => fixed(total / MEGABYTE, 1),
        });
      }
      if (!failure) {
        notice.hide();
        return;
      }
      const { key, params } = describeError(failure);
      notice.show({
        key,
        params: { ...params, part: () => t(`digits.part.${failure.part}`) },
        kind: "error",
        action: { text: "digits.data.retry", onPress: onRetry },
      });
    },
  };
}
