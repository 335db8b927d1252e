// Other libraries at the same work, in the same browser, in the same minutes: `node tests/peers/run.js`.
//
// 784-30-10 and 784-100-10, σ in both layers, ε = ½(z − l)², mini-batches of 10, a ← a − α · ∂ε/∂a, MNIST. Each library
// has a worker of its own and trains for --seconds, one after another, --rounds times; the median round counts. The
// libraries come from npm, into this folder, the first time.

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { findBrowser, measureIn, versionOf } from "./browser.js";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const ROOT = fileURLToPath(new URL("../../", import.meta.url));

const HELP = `Measures Descent beside TensorFlow.js and ConvNetJS in a browser

Usage: node tests/peers/run.js [--json] [--seconds S] [--rounds N] [--browser FILE]

  --json          print one line of JSON
  --seconds S     how long each library trains in a round, from 0.1 to 60 [default: 2]
  --rounds N      how often it is its turn, from 1 to 100 [default: 5]
  --browser FILE  Chromium or Chrome [default: the first on the PATH]`;

class Failure extends Error {}

function readArguments() {
  const { values } = parseArgs({
    options: {
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
      seconds: { type: "string", default: "2" },
      rounds: { type: "string", default: "5" },
      browser: { type: "string" },
    },
  });
  const seconds = Number(values.seconds);
  const rounds = Number(values.rounds);
  if (!(seconds >= 0.1 && seconds <= 60)) throw new Failure("--seconds needs a number from 0.1 to 60");
  if (!(Number.isInteger(rounds) && rounds >= 1 && rounds <= 100))
    throw new Failure("--rounds needs a whole number from 1 to 100");
  return { ...values, seconds, rounds };
}

function prepare() {
  if (!existsSync(`${ROOT}www/pkg/descent_simd.wasm`))
    throw new Failure("the page's module is missing; `cargo run --release -- build` makes it");
  if (
    ["convnetjs", "@tensorflow/tfjs", "@tensorflow/tfjs-backend-wasm"].every((name) =>
      existsSync(`${HERE}node_modules/${name}`),
    )
  )
    return;
  const install = ["install", "--no-audit", "--no-fund", "--ignore-scripts"];
  console.error(`Installing the libraries with \`npm ${install.join(" ")}\` in tests/peers`);
  execFileSync("npm", install, { cwd: HERE, stdio: ["ignore", "ignore", "inherit"] });
}

function table(result) {
  for (const [layers, speeds] of Object.entries(result.examples_per_second)) {
    console.log(`${layers}                 examples/s   Descent is faster by`);
    for (const [name, speed] of Object.entries(speeds)) {
      const ratio = result.ratio[layers][name];
      const times = ratio === undefined ? "" : `${ratio.toFixed(1)} ×`;
      console.log(`  ${name.padEnd(22)} ${speed.toFixed(0).padStart(12)}   ${times.padStart(9)}`);
    }
  }
  console.log(result.browser);
}

/** How many times as many examples a second Descent learns from. */
function ratios(speeds) {
  const { Descent: ours, ...others } = speeds;
  return Object.fromEntries(Object.entries(others).map(([name, speed]) => [name, ours / speed]));
}

async function main() {
  const { help, json, seconds, rounds, browser } = readArguments();
  if (help) {
    console.log(HELP);
    return;
  }
  const program = findBrowser(browser);
  prepare();
  const speeds = await measureIn(program, ROOT, { seconds, rounds });
  const result = {
    examples_per_second: speeds,
    ratio: Object.fromEntries(Object.entries(speeds).map(([layers, all]) => [layers, ratios(all)])),
    browser: versionOf(program),
  };
  if (json) console.log(JSON.stringify(result));
  else table(result);
}

main().catch((error) => {
  console.error(`peers: ${error.message}`);
  process.exitCode = 1;
});
