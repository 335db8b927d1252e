// @ts-check
// The core without the page: the network of four numbers learns to answer 0.2 when it is asked 1. Serve the project's folder
// with any web server, once `descent build` has made www/pkg, and open examples/scalar.html.

import init, { ScalarRun } from "../www/pkg/descent.js";

await init({ module_or_path: new URL("../www/pkg/descent.wasm", import.meta.url) });
// The start V, v, U, u; the learning rate α; the pairs x, l.
const run = new ScalarRun(0.6, 0.9, -1.2, 0.3, 2, [1, 0.2]);
const rows = document.createDocumentFragment();
do {
  const { t, error, network, pass } = run.state(0);
  const row = document.createElement("tr");
  for (const value of [t, ...network, pass.z, error]) {
    row.append(Object.assign(document.createElement("td"), { textContent: String(value) }));
  }
  rows.append(row);
} while (run.t < 100 && run.step());
document.querySelector("tbody")?.append(rows);
run.free();
