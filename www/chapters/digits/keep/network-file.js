// @ts-check
// The network in training as a file: saved, and opened again.

import { button, element, words } from "../../../controls/dom.js";
import { icon } from "../../../controls/icons.js";
import { createNotice } from "../../../controls/notice.js";
import { saveFile } from "../../../controls/save.js";
import { say } from "../../../i18n/index.js";
import { createOpener } from "./files.js";
import { forOpened } from "./refusal.js";

/** @param {import("../session.js").Session} session */
export function createNetworkFile(session) {
  const notice = createNotice();
  const told = element("p", "caption");
  told.setAttribute("role", "status");
  const save = button({ text: "digits.export", icon: icon("download"), onPress: store });
  save.dataset.keep = "save";
  const opener = createOpener({
    text: "digits.keep.open",
    name: "network",
    onFiles: ([file]) => file && open(file),
    onError: (error) => notice.showError(error),
  });

  async function store() {
    try {
      const { settings, t } = session.state();
      saveFile(await session.ask("model"), `descent-784-${settings.hidden}-10-t${t}.descent`);
    } catch (error) {
      notice.showError(error);
    }
  }

  /** @param {import("./files.js").Chosen} file */
  async function open({ name, bytes }) {
    notice.hide();
    told.textContent = "";
    try {
      await session.change("open_model", bytes);
      say(told, "digits.keep.opened", { name });
    } catch (error) {
      notice.showError(forOpened(error));
    }
  }

  return {
    element: element(
      "section",
      "keep-part",
      words("h3", "keep-name", "digits.keep.network"),
      words("p", "keep-text", "digits.keep.network.text"),
      element("div", "keep-tools", save, ...opener.elements),
      told,
      notice.element,
    ),
  };
}
