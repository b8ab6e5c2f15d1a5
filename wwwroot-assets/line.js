// The line to the server: its loss is noticed within five seconds, it is made anew by itself, and taps that were lost
// are said to be.
(() => {
  "use strict";
  const root = document.documentElement;
  const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));
  const answers = async () => {
    try {
      return (await fetch("/health/live", { cache: "no-store", signal: AbortSignal.timeout(3000) })).ok;
    } catch {
      return false;
    }
  };

  // When the server no longer knows this page (it was restarted), only loading anew brings the page back to life.
  let waiting = false;
  async function reloadWhenServerAnswers() {
    if (waiting) return;
    waiting = true;
    root.dataset.line = "server";
    if (unsure()) sessionStorage.setItem("unsure", "");
    while (!await answers()) await pause(1000);
    window.drafts.reload();
  }

  function say(what) {
    const notice = document.getElementById("line-notice");
    notice.textContent = notice.dataset[what];
    notice.hidden = false;
    clearTimeout(say.hiding);
    say.hiding = setTimeout(() => { notice.hidden = true; }, 10_000);
  }

  // The states that Blazor goes through: show, retrying, paused; hide when all is well again; failed, resume-failed and
  // rejected when it gives up.
  let lostAt = null;
  function onState({ detail: { state } }) {
    if (state === "hide") return found();
    if (lostAt === null) {
      lostAt = Date.now();
      wasLost ||= unheard.size > 0;
      root.dataset.line = "lost";
      for (const reject of asking) reject(new Error("The line was lost."));
    }
    if (state === "failed" || state === "resume-failed" || state === "rejected") reloadWhenServerAnswers();
  }

  async function found() {
    const since = lostAt;
    lostAt = null;
    delete root.dataset.line;
    // An attempt to connect that fails is no fault of the page.
    document.getElementById("blazor-error-ui").style.display = "";
    // On a new circuit there are no receipts yet, and the forms are not there yet either.
    if (!receipts) return;
    if (since !== null) window.drafts.tellAgain(since);
    if (!unheard.size) return;
    const sent = [...unheard];
    let last;
    try {
      last = await receipts.invokeMethodAsync("LastTap");
    } catch {
      return; // Lost once more: asked again when it is found.
    }
    for (const [tap] of sent) unheard.delete(tap);
    wasLost = false;
    const lost = sent.filter(([tap]) => tap > last).map(([, isLink]) => isLink);
    if (lost.includes(true)) followAddress();
    if (lost.includes(false)) say("notDone");
  }

  // The address is that of the link already: only the server has not heard of it.
  const followAddress = () => Blazor.navigateTo(location.href, false, true);

  // Taps. Each one that the server is to act upon is followed by its number: the two arrive in this order or not at
  // all.
  const here = "[popovertarget], [form], [data-set-theme], [data-set-language], [data-reload], [data-copy], "
    + "[data-print], [data-switch], [data-open-shortcuts], [data-close-shortcuts]";
  const acts = `[role=button], input:is([type=checkbox], [type=radio]), button:not(${here})`;
  const unheard = new Map();
  // Whether the line was lost since the oldest of them.
  let wasLost = false;
  const unsure = () => [...unheard.values()].includes(false);
  const asking = new Set();
  let receipts = null;
  let taps = 0;

  function follow(isLink) {
    const tap = ++taps;
    unheard.set(tap, isLink);
    receipts?.invokeMethodAsync("Tapped", tap).then(() => unheard.delete(tap), () => {});
  }

  addEventListener("click", event => {
    // A link is the browser's while the line is lost: it waits for the server and then shows the page.
    if (lostAt === null || !event.target.closest?.(acts)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    say("notDone");
  }, { capture: true });
  addEventListener("click", event => {
    const tapped = event.target.closest?.(`a[href], ${acts}`);
    if (lostAt === null && tapped) follow(tapped.matches("a"));
  });

  window.line = {
    get isLost() { return lostAt !== null; },

    // From now on this circuit confirms taps. Nobody knows any more what the one before it has heard.
    confirm(reference) {
      receipts = reference;
      if (wasLost && unsure()) say("unsure");
      if (wasLost && [...unheard.values()].includes(true)) followAddress();
      wasLost = false;
      unheard.clear();
    },

    // What a script asks of the server after a gesture; fails when the line is lost before there is an answer.
    async ask(page, ...what) {
      if (lostAt !== null) {
        say("notDone");
        throw new Error("The line is lost.");
      }
      let give;
      const lost = new Promise((_, reject) => asking.add(give = reject));
      const answer = page.invokeMethodAsync(...what);
      follow(false);
      try {
        return await Promise.race([answer, lost]);
      } finally {
        asking.delete(give);
      }
    },
  };

  // The first connection may fall back to long polling. Once a socket has opened, later ones do without the question
  // what the server speaks: it would go out over a line that a sleep or another network has left dead. Nor is an
  // attempt waited for that hangs.
  let speaksSocket = false;
  class Socket extends WebSocket {
    constructor(...rest) {
      super(...rest);
      const late = setTimeout(() => this.close(), 5000);
      this.addEventListener("open", () => {
        clearTimeout(late);
        speaksSocket = true;
      });
    }
  }

  // The first circuit. Blazor connects again when a circuit is lost, but gives up when there has been none yet.
  const silence = 4500, mostStarts = 5;
  let isBegun = false, connection = null;

  function watched(builder) {
    const build = builder.build.bind(builder);
    builder.build = () => connection = build();
    return builder;
  }

  function begun() {
    isBegun = true;
    connection.serverTimeoutInMilliseconds = silence;
    sessionStorage.removeItem("starts");
  }

  function retryFailedStart() {
    const fault = document.getElementById("blazor-error-ui");
    new MutationObserver(() => {
      const starts = Number(sessionStorage.getItem("starts"));
      if (isBegun || fault.style.display !== "block" || starts >= mostStarts) return;
      sessionStorage.setItem("starts", starts + 1);
      reloadWhenServerAnswers();
    }).observe(fault, { attributeFilter: ["style"] });
  }

  document.addEventListener("DOMContentLoaded", () => {
    const modal = document.getElementById("components-reconnect-modal");
    if (!modal || !window.Blazor) return;
    modal.addEventListener("components-reconnect-state-changed", onState);
    if (sessionStorage.getItem("unsure") !== null) {
      sessionStorage.removeItem("unsure");
      say("unsure");
    }
    retryFailedStart();
    Blazor.start({
      circuit: {
        // Tried every second for as long as it takes: a host looks at the last picture and waits.
        reconnectionOptions: { maxRetries: 1_000_000, retryIntervalMilliseconds: 1000 },
        circuitHandlers: [{ onCircuitOpened: begun, onCircuitClosed: () => { receipts = null; } }],
        // A server that has just started takes its time for the first answer. Later it says every second or two that it
        // is there, and silence of four and a half is a lost line: a server that is held up for two or three is not
        // taken for one, and one held up for longer costs a banner, the page connects again.
        configureSignalR: builder => watched(builder)
          .withUrl("_blazor", { WebSocket: Socket, ...(speaksSocket && { skipNegotiation: true, transport: 1 }) })
          .withServerTimeout(isBegun ? silence : 60_000).withKeepAliveInterval(5000),
      },
    });
  });

  // A page that the device puts to sleep gives its circuit back, and takes up what it was doing when it wakes.
  let pausing = null;
  document.addEventListener("freeze", () => { if (lostAt === null) pausing = window.Blazor?.pauseCircuit(); });
  async function wake() {
    // Resuming what is not paused yet would be refused.
    await pausing?.catch(() => {});
    while (document.visibilityState === "visible" && document.querySelector(".components-reconnect-paused")) {
      try {
        if (!await Blazor.resumeCircuit()) reloadWhenServerAnswers();
        return;
      } catch {
        await pause(1000);
      }
    }
  }
  document.addEventListener("resume", wake);
  document.addEventListener("visibilitychange", wake);
})();
