// @ts-check
// A tool of the header.

/** @param {import("../tools.js").ToolContext} _context */
export function open(_context) {}
