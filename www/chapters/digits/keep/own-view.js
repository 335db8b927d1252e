// @ts-check
// Data of one's own: the files, how their images lie, what the classes are called, and what became of them.

import { button, element, uniqueId, words } from "../../../controls/dom.js";
import { createNotice } from "../../../controls/notice.js";
import { say, sayAttribute } from "../../../i18n/index.js";
import { number } from "../../../i18n/numbers.js";
import { createSwitch } from "../way/switch.js";
import { createOpener, listenForFiles } from "./files.js";
import { countIn, OwnFiles, PARTS, readNames } from "./own.js";
import { forOwn } from "./refusal.js";

/** @typedef {ReturnType<OwnFiles["state"]>} State */

/** @param {import("../sections.js").Context} context */
export function createOwnView({ session, names, ask }) {
  const files = new OwnFiles(session, names);
  const notice = createNotice();
  const told = {
    onFiles: (/** @type {import("./files.js").Chosen[]} */ chosen) => files.add(chosen),
    onError: (/** @type {unknown} */ error) => notice.showError(error),
  };
  const opener = createOpener({ text: "digits.own.choose", name: "own", many: true, ...told });
  const rows = createRows(files, told.onError);
  const turned = createSwitch({ text: "digits.own.turned", on: false, onChange: () => {} });
  const typed = createNames();
  const use = button({
    text: "digits.own.use",
    className: "button-main",
    onPress: () => files.use({ turned: turned.input.checked, names: readNames(typed.field.value) }),
  });
  use.dataset.own = "use";
  const outcome = createOutcome({
    onLook: () => ask("mistakes", { view: "train" }),
    onLeave: () => files.leave(),
  });

  function show() {
    const state = files.state();
    rows.show(state);
    use.disabled = !state.isComplete || state.busy;
    outcome.show(state);
    if (state.failure) notice.showError(forOwn(state.failure));
    else if (state.strange.length > 0) {
      notice.show({ key: "digits.own.strange", params: { name: state.strange.join(", ") }, kind: "error" });
    } else notice.hide();
  }
  const stop = files.on("change", show);
  show();
  const root = element(
    "section",
    "keep-part own",
    words("h3", "keep-name", "digits.own.title"),
    words("p", "keep-text", "digits.own.text"),
    element("div", "keep-tools", ...opener.elements),
    rows.element,
    typed.element,
    turned.element,
    element("div", "keep-tools", use),
    notice.element,
    outcome.element,
  );
  listenForFiles(root, told);
  return { element: root, destroy: stop };
}

/** The four files. @param {OwnFiles} files @param {(error: unknown) => void} onError */
function createRows(files, onError) {
  const made = PARTS.map((part) => {
    const file = element("span", "own-file");
    const opener = createOpener({
      text: "digits.own.one",
      label: `digits.own.one.${part}`,
      name: part,
      className: "ask",
      onFiles: (chosen) => files.add(chosen, part),
      onError,
    });
    const name = words("span", "own-part", `digits.own.${part}`);
    return { file, root: element("li", "own-row", name, file, ...opener.elements) };
  });
  return {
    element: element("ul", "own-rows", ...made.map(({ root }) => root)),
    /** @param {State} state */
    show(state) {
      state.files.forEach(({ file }, i) => {
        const place = made[i]?.file;
        if (!place) return;
        if (!file) say(place, i < 2 ? "digits.own.none" : "digits.own.none.test");
        else say(place, "digits.own.file", { name: file.name, count: () => number(countIn(file.bytes)) });
        place.classList.toggle("own-missing", file === null);
      });
    },
  };
}

function createNames() {
  const field = element("input", "text-field own-names");
  field.type = "text";
  field.autocomplete = "off";
  field.id = uniqueId();
  sayAttribute(field, "placeholder", "digits.own.names.example");
  const label = words("label", "own-part", "digits.own.names");
  label.htmlFor = field.id;
  return { field, element: element("div", "own-classes", label, field) };
}

/** What was taken. @param {{ onLook: () => void, onLeave: () => void }} options */
function createOutcome({ onLook, onLeave }) {
  const what = element("p", "keep-text");
  const remarks = element("p", "caption");
  const look = button({ text: "digits.own.look", className: "ask", onPress: onLook });
  const leave = button({ text: "digits.own.leave", className: "ask", onPress: onLeave });
  leave.dataset.own = "leave";
  const root = element("div", "own-outcome", what, remarks, element("div", "keep-tools", look, leave));
  root.setAttribute("role", "status");
  return {
    element: root,
    /** @param {State} state */
    show({ taken, busy, isOwn }) {
      root.hidden = !busy && !(taken && isOwn);
      what.hidden = !busy && !taken;
      look.hidden = busy || !taken;
      leave.hidden = busy || !isOwn;
      remarks.hidden = true;
      if (busy) say(what, "digits.own.busy");
      else if (taken) tell(taken);
    },
  };

  /** @param {import("./own.js").OwnData} taken */
  function tell({ classes, train, test, rows, columns, left_out, near_inverted, greatest }) {
    say(what, "digits.own.taken", { classes: classes.length, train, test, rows, columns });
    const said = [];
    if (greatest !== null) said.push(words("span", "", "digits.own.faint", { greatest }));
    if (near_inverted) said.push(words("span", "", "digits.own.inverted"));
    if (left_out > 0) said.push(words("span", "", "digits.own.left-out", { count: left_out }));
    remarks.hidden = said.length === 0;
    remarks.replaceChildren(...said.flatMap((sentence) => [sentence, " "]));
  }
}
