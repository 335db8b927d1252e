// @ts-check
// The link of the chapter as it stands, to be copied.

import { button, element } from "../../controls/dom.js";
import { sayAttribute } from "../../i18n/index.js";

export const title = "share.link";

/** @param {import("./share.js").ShareContext} context */
export function createPanel({ address, announce }) {
  address.flush();
  const field = element("input", "share-field");
  field.type = "text";
  field.readOnly = true;
  field.value = location.href;
  sayAttribute(field, "aria-label", "share.link.field");
  const copy = button({
    text: "share.link.copy",
    className: "button-main",
    onPress: async () => {
      try {
        await navigator.clipboard.writeText(field.value);
        announce("");
      } catch {
        field.select();
      }
    },
  });
  return [element("div", "share-row", field, copy)];
}
