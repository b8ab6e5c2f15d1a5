// Functions needed without or outside a circuit: colour scheme, language and reload.
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

  // Runs in the head before the first paint, and whenever the device's colour scheme changes.
  const night = matchMedia("(prefers-color-scheme: dark)");
  const paint = () => { root.dataset.scheme = root.dataset.theme === "dark" || (root.dataset.theme === "system" && night.matches) ? "dark" : "light"; };
  night.addEventListener("change", paint);
  paint();

  // Print pages have no drafts.
  const reload = () => (window.drafts ?? location).reload();

  document.addEventListener("click", event => {
    // Following a link in a popover closes it.
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

  // Phone numbers are displayed in groups and copied without them.
  document.addEventListener("copy", event => {
    const chosen = String(getSelection()).trim();
    if (!/^\+\d[\d\s().-]{5,}$/.test(chosen)) return;
    event.clipboardData.setData("text/plain", chosen.replace(/[^+\d]/g, ""));
    event.preventDefault();
  });

  window.deskZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

  // Puts the search into the address, unless the page has been left meanwhile.
  window.deskSearched = address => {
    if (new URL(address, location.href).pathname === location.pathname) Blazor.navigateTo(address, false, true);
  };

  // Scrolls a list to the next entry, unless it is in view anyway.
  window.deskOpenAt = selector => {
    const row = document.querySelector(selector);
    if (row && row.getBoundingClientRect().bottom > innerHeight) row.scrollIntoView({ block: "center" });
  };

  navigator.serviceWorker?.register("/sw.js");
})();
