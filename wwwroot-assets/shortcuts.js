// Keyboard shortcuts, focus management, and the bell for new bookings.
(() => {
  "use strict";
  const kept = { get: name => localStorage.getItem(name), set: (name, value) => localStorage.setItem(name, value) };

  // A shortcut is declared at the element it presses: data-key holds the physical key, so that it is the same in every
  // keyboard layout. The list of shortcuts contains all of them; a page's own element takes precedence.
  const overlay = () => document.getElementById("shortcuts");
  const isShown = list => list?.matches(":popover-open");
  const isTyping = target => target.isContentEditable || target.matches?.("input, textarea, select");
  const isBusy = () => document.querySelector(".mud-dialog-container, .mud-popover-open, dialog[open]");
  const isSeen = element => element.checkVisibility?.({ visibilityProperty: true }) ?? element.offsetParent !== null;

  function own(code) {
    return [...document.querySelectorAll(`[data-key="${code}"]`)].find(element => !overlay()?.contains(element) && !element.disabled && isSeen(element));
  }

  function press(element) {
    if (element.matches("input") || element.dataset.keyDoes === "focus") element.focus();
    else element.click();
    element.select?.();
  }

  // Navigates first if needed, then runs the shortcut there.
  function pressThere(code) {
    const until = Date.now() + 5000;
    const look = () => {
      const element = own(code);
      if (element) press(element);
      else if (Date.now() < until) setTimeout(look, 50);
    };
    look();
  }

  document.addEventListener("keydown", event => {
    byKeyboard = true;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const dialog = overlay();
    if (event.key === "Escape" && !document.querySelector(".mud-popover-open")) {
      [...document.querySelectorAll(".mud-dialog")].at(-1)?.querySelector("[data-leave]")?.click();
    }
    if (event.key === "Escape" && !isBusy() && !isShown(dialog) && !isTyping(event.target)) {
      own("Escape")?.click();
      return;
    }
    if (!dialog || isTyping(event.target) || kept.get("shortcuts") === "off") return;
    if (event.key === "?") {
      event.preventDefault();
      dialog.togglePopover();
      if (isShown(dialog)) dialog.querySelector("[data-close-shortcuts]").focus();
      return;
    }
    if (event.shiftKey || isBusy() || !/^Key[A-Z]$|^Slash$/.test(event.code)) return;
    const here = own(event.code);
    const listed = dialog.querySelector(`[data-key="${event.code}"]`);
    if (!here && !listed) return;
    event.preventDefault();
    dialog.hidePopover();
    if (here) {
      // So that the opened element can return the focus.
      here.focus();
      press(here);
    }
    else {
      listed.click();
      if (listed.dataset.then !== undefined) pressThere(event.code);
    }
  });

  // Moves keyboard focus into an opened panel, and back to the element that opened it.
  let byKeyboard = false;
  let opener = null;
  let last = null;
  document.addEventListener("focusin", ({ target }) => {
    const item = target.closest("li");
    last = {
      target, isInPanel: target.closest("[data-panel]"), isInDialog: target.closest(".mud-dialog"), section: target.closest("section"),
      list: item?.parentElement, at: item && [...item.parentElement.children].indexOf(item), button: item && [...item.querySelectorAll("button")].indexOf(target),
    };
  });

  // The pressed element often disappears with its action, or is disabled during it.
  function takeBack() {
    if (!last || isBusy() || (document.activeElement && document.activeElement !== document.body)) return;
    const { target, isInPanel, isInDialog, section, list, at, button } = last;
    if (target.isConnected) {
      if (!target.disabled && target !== document.body) target.focus();
    } else if (isInDialog) return;
    else if (isInPanel) (opener?.isConnected ? opener : document.querySelector("[data-panel] h2"))?.focus();
    else if (list?.isConnected && list.children.length) {
      const buttons = list.children[Math.min(at, list.children.length - 1)].querySelectorAll("button:not(:disabled)");
      (buttons[button] ?? buttons[buttons.length - 1])?.focus();
    } else if (section?.isConnected) {
      const button = section.querySelector("button:not(:disabled)");
      if (!button) section.tabIndex = -1;
      (button ?? section).focus();
    }
  }

  document.addEventListener("pointerdown", () => { byKeyboard = false; }, { capture: true });
  const panels = nodes => [...nodes].filter(node => node.nodeType === 1).flatMap(node => (node.matches("[data-panel]") ? [node] : [...node.querySelectorAll("[data-panel]")]));
  new MutationObserver(changes => {
    if (!byKeyboard) return;
    for (const { addedNodes, removedNodes } of changes) {
      const [opened] = panels(addedNodes);
      if (opened?.isConnected && !isTyping(document.activeElement ?? document.body)) {
        if (!document.activeElement?.closest("[data-panel]") && document.activeElement !== document.body) opener = document.activeElement;
        const heading = opened.querySelector("h2");
        heading.tabIndex = -1;
        heading.focus();
      } else if (panels(removedNodes).length && !document.querySelector("[data-panel]") && opener?.isConnected && (document.activeElement === document.body || !document.activeElement)) opener.focus();
    }
    takeBack();
  }).observe(document, { childList: true, subtree: true, attributeFilter: ["disabled"] });

  // The plan has one Tab stop: arrow keys go to the nearest table in that direction, Home and End to the first and
  // last.
  const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1], Home: null, End: null };
  const tablesOf = table => [...table.closest("[data-plan]").querySelectorAll(".ft")];
  const middle = element => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return { element, x: (left + right) / 2, y: (top + bottom) / 2 };
  };

  function towards(table, key) {
    const all = tablesOf(table).map(middle);
    if (!ways[key]) return all.sort((a, b) => a.y - b.y || a.x - b.x).at(key === "Home" ? 0 : -1).element;
    const from = middle(table);
    const [right, down] = ways[key];
    let best = null;
    for (const { element, x, y } of all) {
      const along = (x - from.x) * right + (y - from.y) * down;
      const across = Math.abs((x - from.x) * down) + Math.abs((y - from.y) * right);
      if (along > 1 && along >= across / 2 && (!best || along + 2 * across < best.far)) best = { element, far: along + 2 * across };
    }
    return best?.element;
  }

  document.addEventListener("focusin", ({ target }) => {
    if (target.matches("[data-plan] .ft")) for (const table of tablesOf(target)) table.tabIndex = table === target ? 0 : -1;
  });
  document.addEventListener("keydown", event => {
    if (!(event.key in ways) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || !event.target.matches?.("[data-plan] .ft")) return;
    event.preventDefault();
    towards(event.target, event.key)?.focus();
  });

  // The venue's clock uses the server's time and the venue's zone, regardless of the device's settings.
  const ahead = new WeakMap();
  setInterval(() => {
    for (const clock of document.querySelectorAll("[data-clock]")) {
      if (!ahead.has(clock)) ahead.set(clock, clock.dataset.now - Date.now());
      const time = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: clock.dataset.clock }).format(Date.now() + ahead.get(clock));
      if (clock.firstChild.data !== time) clock.firstChild.data = time;
    }
  }, 2000);

  // Focuses the first field of a side form as soon as it is rendered; later the user may already type in another one.
  const side = ".mud-dialog.side";
  let asked = null;
  new MutationObserver(changes => {
    const dialog = document.querySelector(side);
    const focused = document.activeElement;
    if (!dialog) {
      // The focused element was removed: focus the one that opened it.
      if (asked?.isConnected && (!focused || focused === document.body)) asked.focus();
      asked = null;
      return;
    }
    if (dialog.contains(focused)) return;
    if (focused && focused !== document.body && !focused.closest(".mud-dialog")) asked = focused;
    const form = changes.flatMap(({ addedNodes }) => [...addedNodes]).find(node => node.nodeType === 1 && dialog.contains(node) && (node.matches("form") || node.querySelector("form")));
    if (form) [...dialog.querySelectorAll("form :is(input, select, textarea, button)")].find(field => !field.disabled && isSeen(field))?.focus();
  }).observe(document, { childList: true, subtree: true });

  // Switches stored on the device.
  const switches = { "bell-sound": "on", "bell-flash": "on", shortcuts: "on" };
  const isOn = name => (kept.get(name) ?? switches[name]) === "on";
  const showSwitches = () => {
    for (const button of document.querySelectorAll("[data-switch]")) button.setAttribute("aria-pressed", isOn(button.dataset.switch));
  };
  document.addEventListener("click", event => {
    const pressed = event.target.closest?.("[data-press]");
    if (pressed) document.getElementById(pressed.dataset.press)?.click();
    const target = event.target.closest?.("[data-switch],[data-open-shortcuts],[data-close-shortcuts]");
    if (event.target.closest?.("#shortcuts [data-key]")) overlay().hidePopover();
    if (!target) return;
    if (target.dataset.openShortcuts !== undefined) {
      document.getElementById("account")?.hidePopover?.();
      overlay()?.showPopover();
      showSwitches();
    } else if (target.dataset.closeShortcuts !== undefined) overlay()?.hidePopover();
    else {
      const name = target.dataset.switch;
      kept.set(name, isOn(name) ? "off" : "on");
      showSwitches();
      if (isOn(name) && name === "bell-sound") sound();
      if (isOn(name) && name === "bell-flash") flash();
    }
  });
  document.addEventListener("toggle", showSwitches, { capture: true });

  // The bell. Browsers allow sound only after the first interaction.
  let audio;
  document.addEventListener("pointerdown", () => { if (audio?.state === "suspended") audio.resume(); }, { capture: true });
  function sound() {
    const Audio = window.AudioContext;
    if (!Audio) return;
    audio ??= new Audio();
    audio.resume?.();
    [[880, 0], [1174.7, 0.16]].forEach(([pitch, later]) => {
      const tone = audio.createOscillator();
      const loudness = audio.createGain();
      const at = audio.currentTime + later;
      tone.frequency.value = pitch;
      loudness.gain.setValueAtTime(0.0001, at);
      loudness.gain.exponentialRampToValueAtTime(0.25, at + 0.02);
      loudness.gain.exponentialRampToValueAtTime(0.0001, at + 0.5);
      tone.connect(loudness).connect(audio.destination);
      tone.start(at);
      tone.stop(at + 0.55);
    });
  }

  let fading;
  function flash() {
    const frame = document.getElementById("flash");
    if (!frame) return;
    clearTimeout(fading);
    frame.dataset.on = "";
    fading = setTimeout(() => delete frame.dataset.on, 4000);
  }

  window.tantra = {
    ring() {
      if (isOn("bell-sound")) sound();
      if (isOn("bell-flash")) flash();
    },
  };
})();
