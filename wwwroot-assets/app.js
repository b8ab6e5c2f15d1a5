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
    const target = event.target.closest("[data-set-theme],[data-set-language],[data-reload],[data-copy]");
    if (!target) return;
    if (target.dataset.setTheme) setTheme(target.dataset.setTheme);
    else if (target.dataset.setLanguage) {
      remember("language", `c=${target.dataset.setLanguage}|uic=${target.dataset.setLanguage}`);
      location.reload();
    } else if (target.dataset.copy !== undefined) navigator.clipboard?.writeText(target.dataset.copy);
    else location.reload();
  });

  // When the server has forgotten this page's circuit (it was restarted), only loading anew brings the page back to life.
  let waiting = false;
  async function reloadWhenServerAnswers() {
    if (waiting) return;
    waiting = true;
    for (;;) {
      try {
        if ((await fetch("/health/live", { cache: "no-store" })).ok) break;
      } catch { /* not there yet */ }
      await new Promise(resolve => setTimeout(resolve, 1000));
    }
    location.reload();
  }

  document.addEventListener("DOMContentLoaded", () => {
    const modal = document.getElementById("components-reconnect-modal");
    if (!modal) return;
    new MutationObserver(() => {
      const lost = ["components-reconnect-failed", "components-reconnect-rejected"];
      if (lost.some(name => modal.classList.contains(name))) reloadWhenServerAnswers();
    }).observe(modal, { attributes: true, attributeFilter: ["class"] });
  });
})();
