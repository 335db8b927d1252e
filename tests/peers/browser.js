// Chromium without a window, a small server for it, and what the page in it reports.

import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { delimiter, extname, join, normalize } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const KINDS = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };
/** What of the project is served. */
const FOLDERS = ["/www/", "/benches/browser/", "/tests/peers/"];
/** Milliseconds for which the page may be silent, beyond a round. */
const PATIENCE = 120_000;

/** @param {string} [named] */
export function findBrowser(named) {
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`there is no browser ${named}`);
  }
  const folders = (process.env.PATH ?? "").split(delimiter);
  for (const name of NAMES)
    for (const folder of folders) if (existsSync(join(folder, name))) return join(folder, name);
  throw new Error(
    "neither Chromium nor Chrome is on the PATH; install one (on Debian, `apt-get install chromium`) or name it with --browser",
  );
}

/** @param {string} program */
export function versionOf(program) {
  const text = execFileSync(program, ["--version"], {
    stdio: ["ignore", "pipe", "ignore"],
    encoding: "utf8",
  });
  return text.split("\n")[0].split(" built on ")[0].trim();
}

/** @param {string} root @param {(message: object) => void} onReport */
function createSite(root, onReport) {
  return createServer((request, response) => {
    const { host, origin } = request.headers;
    if (request.method === "POST" && request.url === "/report" && origin === `http://${host}`) {
      let text = "";
      request.on("data", (piece) => {
        text += piece;
      });
      request.on("end", () => {
        response.writeHead(204).end();
        onReport(JSON.parse(text));
      });
      return;
    }
    const path = normalize(new URL(request.url ?? "/", `http://${host}`).pathname);
    const file = join(root, path);
    if (!FOLDERS.some((folder) => path.startsWith(folder)) || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const type = KINDS[extname(file)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type }).end(readFileSync(file));
  });
}

/** @param {string} program @param {string} profile @param {string} url */
function start(program, profile, url) {
  const flags = [
    "--headless=new",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    `--user-data-dir=${profile}`,
  ];
  // Chromium's sandbox refuses root.
  if (process.getuid?.() === 0) flags.push("--no-sandbox");
  // A group of its own, which the browser's other processes join: none of them is forgotten.
  return spawn(program, [...flags, url], { detached: true, stdio: "ignore" });
}

/** @param {import("node:child_process").ChildProcess} browser */
function end(browser) {
  try {
    process.kill(-(/** @type {number} */ (browser.pid)), "SIGKILL");
  } catch (error) {
    // It has gone already.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "ESRCH") throw error;
  }
}

/**
 * Serves `root`, opens the peers' page in `program`, and gives what it measured.
 * @param {string} program
 * @param {string} root
 * @param {{ seconds: number, rounds: number }} settings
 */
export async function measureIn(program, root, { seconds, rounds }) {
  const profile = mkdtempSync(join(tmpdir(), "descent-peers-"));
  let browser;
  let site;
  try {
    return await new Promise((resolve, reject) => {
      let timer;
      const wait = () => {
        clearTimeout(timer);
        timer = setTimeout(
          () => reject(new Error(`the browser said nothing for ${PATIENCE / 1000} seconds`)),
          PATIENCE + 2000 * seconds,
        );
      };
      site = createSite(root, (message) => {
        wait();
        if ("doing" in message) {
          if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${message.doing}`);
          return;
        }
        if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
        clearTimeout(timer);
        if ("done" in message) resolve(message.done);
        else reject(new Error(`the browser could not measure: ${message.failed}`));
      });
      site.listen(0, "127.0.0.1", () => {
        const { port } = site.address();
        const query = new URLSearchParams({ seconds: String(seconds), rounds: String(rounds) });
        browser = start(program, profile, `http://127.0.0.1:${port}/tests/peers/page/index.html?${query}`);
        browser.on("error", reject);
        browser.on("exit", () => reject(new Error("the browser ended before it answered")));
        wait();
      });
      // Otherwise the browser, which does not hear of it, would outlive this program.
      for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => reject(new Error("stopped")));
    });
  } finally {
    if (browser?.pid) end(browser);
    site?.closeAllConnections();
    site?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}
