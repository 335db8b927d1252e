// @ts-check
// The page without a network: the service worker is registered when the page has long been at work, and a new version is
// announced. Only a page that `descent build --out` made has one; where storage is forbidden there is none.

import { button, element, words } from "../../controls/dom.js";
import { createNotice } from "../../controls/notice.js";
import { addTexts, language, onLanguage } from "../../i18n/index.js";
import { addressOf } from "../host.js";
import { loadStyle } from "../styles.js";
import { offline as texts } from "./texts.js";

addTexts(texts);

/** The name of the installed page is in the reader's language. */
function nameInstalled() {
  const link = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel="manifest"]'));
  if (link) link.href = addressOf(`install/${language()}.webmanifest`);
}

/** Registers the worker and tells what comes of it. */
export async function keepOffline() {
  nameInstalled();
  onLanguage(nameInstalled);
  const container = navigator.serviceWorker;
  if (!container) return;
  const url = new URL(location.href);
  if (url.searchParams.has("reset")) {
    // The reader has just left a copy behind; the next visit makes a new one.
    url.searchParams.delete("reset");
    history.replaceState(history.state, "", url);
    return;
  }
  try {
    const registration = await container.register(addressOf("../sw.js"));
    await loadStyle("frame/offline/style.css");
    watch(container, registration);
    await container.ready;
    tellKept();
    // What the training has downloaded meanwhile is kept as well.
    document.addEventListener("visibilitychange", () => registration.active?.postMessage("collect"));
  } catch (error) {
    // A private window, a browser that keeps nothing, a host without the file: the page does without.
    console.info(String(error));
  }
}

/**
 * Announces the version that waits, now or later.
 * @param {ServiceWorkerContainer} container
 * @param {ServiceWorkerRegistration} registration
 */
function watch(container, registration) {
  const news = createNotice();
  news.element.classList.add("offline-news");
  document.body.append(news.element);
  let asked = false;
  /** @param {() => void} onPress */
  function announce(onPress) {
    news.show({ key: "offline.update", action: { text: "offline.update.do", onPress } });
  }
  function tell() {
    // The first version of all has nobody to wait for.
    if (!registration.waiting || !registration.active) return;
    announce(() => {
      asked = true;
      registration.waiting?.postMessage("take over");
    });
  }
  tell();
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", tell);
  });
  const before = container.controller;
  container.addEventListener("controllerchange", () => {
    if (asked) location.reload();
    // Another window has asked for it: this one still is of the version before.
    else if (before) announce(() => location.reload());
  });
}

/** Says in the footer that the page is kept, and how to be rid of it. */
function tellKept() {
  const drop = button({
    text: "offline.drop",
    className: "button-quiet",
    onPress: () => location.assign(`?reset${location.hash}`),
  });
  const kept = element("p", "offline-kept", words("span", "", "offline.kept"), drop);
  document.querySelector(".page-footer")?.append(kept);
}
