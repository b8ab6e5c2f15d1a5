// Connection to the server: a loss is detected within five seconds, the page reconnects by itself, and taps that were
// lost are reported.
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

  // If the server no longer knows this page, for example after a restart, the page has to be reloaded.
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

  // Blazor's reconnection states: show, retrying, paused; hide once connected; failed, resume-failed and rejected when
  // it gives up.
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
    // A failed connection attempt is not an error of the page.
    document.getElementById("blazor-error-ui").style.display = "";
    // A new circuit has neither receipts nor forms yet.
    if (!receipts) return;
    if (since !== null) window.drafts.tellAgain(since);
    if (!unheard.size) return;
    const sent = [...unheard];
    let last;
    try {
      last = await receipts.invokeMethodAsync("LastTap");
    } catch {
      return; // Lost again: retried after the next reconnect.
    }
    for (const [tap] of sent) unheard.delete(tap);
    wasLost = false;
    const lost = sent.filter(([tap]) => tap > last).map(([, isLink]) => isLink);
    if (lost.includes(true)) followAddress();
    if (lost.includes(false)) say("notDone");
  }

  // The address already is that of the link; only the server has not been told.
  const followAddress = () => Blazor.navigateTo(location.href, false, true);

  // Taps. Each tap for the server is followed by its number; both arrive in this order or not at all.
  const here = "[popovertarget], [form], [data-set-theme], [data-set-language], [data-reload], [data-copy], "
    + "[data-print], [data-switch], [data-open-shortcuts], [data-close-shortcuts]";
  const acts = `[role=button], input:is([type=checkbox], [type=radio]), button:not(${here})`;
  const unheard = new Map();
  // Whether the connection was lost since the oldest of them.
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
    // While disconnected the browser follows a link: it waits for the server and then shows the page.
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

    // This circuit confirms taps from now on; what the previous one received is unknown.
    confirm(reference) {
      receipts = reference;
      if (wasLost && unsure()) say("unsure");
      if (wasLost && [...unheard.values()].includes(true)) followAddress();
      wasLost = false;
      unheard.clear();
    },

    // A script's call to the server after a gesture; rejects if the connection is lost before the answer.
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

  // The first connection may fall back to long polling. Once a WebSocket has opened, later connections skip
  // negotiation, which could use a connection that is dead after sleep or a change of network. A hanging attempt is not
  // waited for either.
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

  // The first circuit. Blazor reconnects a lost circuit but gives up if there has been none yet.
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
        // Retries every second indefinitely: a host sees the last picture and waits.
        reconnectionOptions: { maxRetries: 1_000_000, retryIntervalMilliseconds: 1000 },
        circuitHandlers: [{ onCircuitOpened: begun, onCircuitClosed: () => { receipts = null; } }],
        // A server that has just started may take long for the first answer. After that it sends every second or two,
        // and silence of 4.5 s counts as a lost connection: a pause of two or three seconds is tolerated, a longer one
        // shows a banner and the page reconnects.
        configureSignalR: builder => watched(builder)
          .withUrl("_blazor", { WebSocket: Socket, ...(speaksSocket && { skipNegotiation: true, transport: 1 }) })
          .withServerTimeout(isBegun ? silence : 60_000).withKeepAliveInterval(5000),
      },
    });
  });

  // Before the device suspends the page, it pauses its circuit and resumes it on waking.
  let pausing = null;
  document.addEventListener("freeze", () => { if (lostAt === null) pausing = window.Blazor?.pauseCircuit(); });
  async function wake() {
    // Resuming before the pause has completed would be refused.
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
