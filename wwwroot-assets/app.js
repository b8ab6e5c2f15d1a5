// The few things that must work without, or outside of, a circuit: theme, language, reload and coming back after a break.
(() => {
  "use strict";
  const root = document.documentElement;
  const remember = (name, value) => {
    const secure = location.protocol === "https:" ? "; secure" : "";
    document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=31536000; samesite=lax${secure}`;
  };

  function setTheme(theme) {
    remember("theme", theme);
    root.dataset.theme = theme;
    for (const sheet of document.querySelectorAll("link[data-scheme]")) {
      sheet.media = theme === "system" ? `(prefers-color-scheme: ${sheet.dataset.scheme})` : theme === sheet.dataset.scheme ? "all" : "not all";
    }
  }

  document.addEventListener("click", event => {
    // A link in a pop-over leads away from it.
    event.target.closest("[popover] a")?.closest("[popover]").hidePopover();
    const target = event.target.closest("[data-set-theme],[data-set-language],[data-reload],[data-copy],[data-print]");
    if (!target) return;
    if (target.dataset.setTheme) setTheme(target.dataset.setTheme);
    else if (target.dataset.setLanguage) {
      remember("language", `c=${target.dataset.setLanguage}|uic=${target.dataset.setLanguage}`);
      location.reload();
    } else if (target.dataset.copy !== undefined) navigator.clipboard?.writeText(target.dataset.copy);
    else if (target.dataset.print !== undefined) print();
    else location.reload();
  });

  window.deskZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

  // What is searched for goes into the address, unless its page has been left meanwhile.
  window.deskSearched = address => {
    if (new URL(address, location.href).pathname === location.pathname) Blazor.navigateTo(address, false, true);
  };

  // The page's own line to the server, to be cut when it only looks alive.
  let line;
  const Socket = window.WebSocket;
  window.WebSocket = class extends Socket {
    constructor(url, ...rest) {
      super(url, ...rest);
      if (new URL(url, location.href).pathname === "/_blazor") line = this;
    }
  };

  const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));
  const answers = async (patience = 3000) => {
    try {
      return (await fetch("/health/live", { cache: "no-store", signal: AbortSignal.timeout(patience) })).ok;
    } catch {
      return false;
    }
  };

  // When the server has forgotten this page's circuit (it was restarted), only loading anew brings the page back to life.
  let waiting = false;
  async function reloadWhenServerAnswers() {
    if (waiting) return;
    waiting = true;
    while (!await answers()) await pause(1000);
    location.reload();
  }

  const isLost = () => document.getElementById("components-reconnect-modal")?.matches(".components-reconnect-show, .components-reconnect-failed, .components-reconnect-rejected");

  // A tablet that slept, or changed its network, has a line that nobody told it is dead. Asked at once, not after half a minute.
  let looking = false;
  async function wake() {
    if (looking || !window.DotNet || !line) return;
    looking = true;
    try {
      if (!isLost()) {
        const here = await Promise.race([DotNet.invokeMethodAsync("TantraSmoke.Web", "IsHere").catch(() => false), pause(2500)]);
        if (here) return;
        // Other lines to the server are as dead, and would be used again: asked all at once, they are given up.
        await Promise.all(Array.from({ length: 6 }, () => answers(1500)));
        // Closing waits for the other side's word, which will not come: the page is told at once.
        line.close();
        line.dispatchEvent(new CloseEvent("close", { code: 4000 }));
      }
      // It connects again by itself. An attempt that began without a network may hang, so a server that answers ends the wait.
      for (let tries = 0; tries < 10 && document.visibilityState === "visible"; tries++) {
        await pause(2000);
        if (!isLost()) return;
      }
      if (await answers()) location.reload();
    } finally {
      looking = false;
    }
  }

  let ticked = Date.now();
  setInterval(() => {
    const slept = Date.now() - ticked > 20_000;
    ticked = Date.now();
    if (slept) wake();
  }, 5000);
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") wake(); });
  addEventListener("online", wake);
  addEventListener("pageshow", event => { if (event.persisted) wake(); });

  document.addEventListener("DOMContentLoaded", () => {
    const modal = document.getElementById("components-reconnect-modal");
    if (!modal) return;
    new MutationObserver(() => {
      const lost = ["components-reconnect-failed", "components-reconnect-rejected"];
      if (lost.some(name => modal.classList.contains(name))) reloadWhenServerAnswers();
    }).observe(modal, { attributes: true, attributeFilter: ["class"] });
    // Tried every second for as long as it takes: a host looks at the last picture and waits.
    window.Blazor?.start({ circuit: { reconnectionOptions: { maxRetries: 1_000_000, retryIntervalMilliseconds: 1000 } } });
  });

  navigator.serviceWorker?.register("/sw.js");
})();
