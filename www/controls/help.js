// @ts-check
// The list of the keys: loaded when it is first asked for.

export function createHelp() {
  return {
    async show() {
      const { showHelp } = await import("./help/dialog.js");
      showHelp();
    },
  };
}
