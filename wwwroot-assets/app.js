// The few things that must work without, or outside of, a circuit: theme, language and reload.
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
    paint();
  }

  // In the head, before the first paint; and whenever the device changes between day and night.
  const night = matchMedia("(prefers-color-scheme: dark)");
  const paint = () => { root.dataset.scheme = root.dataset.theme === "dark" || (root.dataset.theme === "system" && night.matches) ? "dark" : "light"; };
  night.addEventListener("change", paint);
  paint();

  // Print pages have no drafts.
  const reload = () => (window.drafts ?? location).reload();

  document.addEventListener("click", event => {
    // A link in a pop-over leads away from it.
    event.target.closest("[popover] a")?.closest("[popover]").hidePopover();
    const target = event.target.closest("[data-set-theme],[data-set-language],[data-reload],[data-copy],[data-print]");
    if (!target) return;
    if (target.dataset.setTheme) setTheme(target.dataset.setTheme);
    else if (target.dataset.setLanguage) {
      remember("language", `c=${target.dataset.setLanguage}|uic=${target.dataset.setLanguage}`);
      reload();
    } else if (target.dataset.copy !== undefined) navigator.clipboard?.writeText(target.dataset.copy);
    else if (target.dataset.print !== undefined) print();
    else reload();
  });

  // Phone numbers are shown in groups and copied as they are dialled.
  document.addEventListener("copy", event => {
    const chosen = String(getSelection()).trim();
    if (!/^\+\d[\d\s().-]{5,}$/.test(chosen)) return;
    event.clipboardData.setData("text/plain", chosen.replace(/[^+\d]/g, ""));
    event.preventDefault();
  });

  window.deskZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

  // What is searched for goes into the address, unless its page has been left meanwhile.
  window.deskSearched = address => {
    if (new URL(address, location.href).pathname === location.pathname) Blazor.navigateTo(address, false, true);
  };

  // A list begins at what comes next, unless that is in sight anyway.
  window.deskOpenAt = selector => {
    const row = document.querySelector(selector);
    if (row && row.getBoundingClientRect().bottom > innerHeight) row.scrollIntoView({ block: "center" });
  };

  navigator.serviceWorker?.register("/sw.js");
})();
