// The hall map inside Telegram. The page's content is read from the server as a whole, and again after every change
// notification.
const $ = id => document.getElementById(id);
const hash = new URLSearchParams(location.hash.slice(1));
const query = new URLSearchParams(location.search);
const telegram = () => window.Telegram?.WebApp;
const state = { key: null, words: {}, view: null, screen: "hall", table: null, ask: null, busy: false };

// Session storage: a reloaded page keeps the session that Telegram's data was exchanged for.
const memory = {
    get: () => { try { return sessionStorage.getItem("hall-map"); } catch { return null; } },
    set: key => { try { sessionStorage.setItem("hall-map", key); } catch { /* Then it lasts as long as the page does. */ } },
};

function paint() {
    let colours = telegram()?.themeParams;
    try { colours ??= JSON.parse(hash.get("tgWebAppThemeParams") ?? "{}"); } catch { colours = {}; }
    for (const [name, value] of Object.entries(colours ?? {}))
        if (/^#[0-9a-f]{6}$/i.test(value)) document.documentElement.style.setProperty(`--tg-theme-${name.replaceAll("_", "-")}`, value);
    const ground = colours?.bg_color;
    const dark = telegram()?.colorScheme ? telegram().colorScheme === "dark"
        : ground ? parseInt(ground.slice(1, 3), 16) < 128 : matchMedia("(prefers-color-scheme: dark)").matches;
    document.documentElement.dataset.scheme = dark ? "dark" : "light";
}

async function call(path, body) {
    const response = await fetch(`/app/api/${path}`, {
        method: body === undefined ? "GET" : "POST",
        headers: { "Content-Type": "application/json", ...(state.key ? { Authorization: `Bearer ${state.key}` } : {}) },
        body: body === undefined ? undefined : JSON.stringify(body),
    });
    const answer = response.status === 204 ? {} : await response.json();
    if (response.status === 401) stop(answer.error);
    return { ok: response.ok, answer };
}

function stop(words) {
    state.screen = "stop";
    say(words);
    show();
}

function say(words) { $("note").textContent = words ?? ""; }

const word = (name, value) => state.words[name].replace("{0}", value);

const wish = () => ({ party: $("party").value, day: $("day").value, slot: $("slot").value, hall: state.view.hall ?? "" });

async function read(changes = {}, keepsNote = false) {
    const asked = { ...wish(), ...changes };
    const parameters = new URLSearchParams(Object.entries(asked).filter(([, value]) => value));
    try {
        const { ok, answer } = await call(`view?${parameters}`);
        if (!ok) return say(answer.error);
        if (!keepsNote) say("");
        draw(answer, keepsNote);
    } catch {
        say(state.words.offline);
    }
}

function draw(view, keepsNote) {
    const day = state.view?.day;
    state.view = view;
    if (view.note && !keepsNote) say(view.note);
    $("when").textContent = view.when;
    options($("party"), Array.from({ length: view.largest }, (_, n) => ({ value: `${n + 1}`, label: `${n + 1}` })), `${view.party}`);
    options($("day"), view.days, view.day);
    options($("slot"), view.times, view.slot);
    if (isNew($("plan"), view.svg)) $("plan").innerHTML = view.svg ?? "";
    list($("halls"), view.halls.map(hall => ({ ...hall, isShown: hall.value === view.hall })), hall => button(hall.label, () => read({ hall: hall.value }), hall.isShown));
    list($("tables"), view.tables, table => {
        const item = document.createElement("li");
        item.append(button(table.label, () => look(table)));
        item.firstChild.setAttribute("aria-label", `${table.label}, ${table.seats}. ${table.about}`);
        item.firstChild.dataset.table = table.ids;
        return item;
    });
    mark();
    // The table was taken while the guest was looking.
    if (state.screen === "table" && !view.tables.some(t => t.ids === state.table.ids)) {
        const gone = state.table.label;
        go("hall");
        say(word("gone", gone));
    }
    show();
    if (day !== view.day) watch();
}

// Only changed elements are replaced: replacing one under a finger would lose the tap.
const drawn = new Map();

function isNew(box, content) {
    const print = JSON.stringify(content ?? null);
    if (drawn.get(box) === print) return false;
    drawn.set(box, print);
    return true;
}

// Keeps the focus when a list is rendered again.
function list(box, items, make) {
    if (!isNew(box, items)) return;
    const focused = box.contains(document.activeElement) ? document.activeElement.textContent : null;
    box.replaceChildren(...items.map(make));
    if (focused) [...box.querySelectorAll("button")].find(b => b.textContent === focused)?.focus();
}

function options(select, choices, value) {
    if (isNew(select, choices)) select.replaceChildren(...choices.map(choice => new Option(choice.label, choice.value)));
    select.value = value;
    select.disabled = choices.length < 2;
}

function button(label, act, pressed) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = label;
    if (pressed !== undefined) made.setAttribute("aria-pressed", pressed);
    made.addEventListener("click", act);
    return made;
}

function look(table) {
    state.table = table;
    say("");
    $("name").textContent = table.label;
    $("about").textContent = [table.seats, table.zone, table.about].filter(Boolean).join(" · ");
    $("photo").hidden = true;
    if (table.photo) picture(table);
    go("table");
}

function mark() {
    const chosen = state.screen === "table" ? state.table.ids.split(",") : [];
    for (const seat of document.querySelectorAll("#plan [data-table]")) seat.classList.toggle("chosen", chosen.includes(seat.dataset.table));
}

async function picture(table) {
    const response = await fetch(`/app/api/photo/${table.photo}`, { headers: { Authorization: `Bearer ${state.key}` } });
    if (!response.ok || state.table !== table) return;
    URL.revokeObjectURL($("photo").src);
    $("photo").src = URL.createObjectURL(await response.blob());
    $("photo").alt = $("name").textContent;
    $("photo").hidden = false;
}

function tapPlan(event) {
    const seat = event.target.closest("[data-table]");
    if (!seat) return;
    const id = seat.dataset.table;
    const table = state.view.tables.find(t => t.ids === id) ?? state.view.tables.find(t => t.ids.split(",").includes(id));
    if (table) look(table);
    else say(seat.dataset.state === "taken" ? state.words.isTaken : state.words.isUnfit);
}

function newKey() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    return [...bytes].map((b, n) => (n === 4 || n === 6 || n === 8 || n === 10 ? "-" : "") + b.toString(16).padStart(2, "0")).join("");
}

async function hold() {
    const { view, table } = state;
    state.ask = { party: view.party, day: view.day, slot: Number(view.slot), tables: table.ids.split(",").map(Number), key: newKey() };
    await ask("hold", "check");
}

async function ask(path, next) {
    if (state.busy) return;
    state.busy = true;
    show();
    try {
        const { ok, answer } = await call(path, state.ask);
        if (state.screen === "stop") return;
        if (!ok) {
            go("hall");
            await read({}, true);
            return say(answer.error);
        }
        say("");
        $("title").textContent = answer.title;
        $("hint").textContent = answer.hint;
        $("lines").replaceChildren(...answer.lines.map(line => Object.assign(document.createElement("li"), { textContent: line })));
        go(next);
    } catch {
        // A retry with the same key books once.
        say(state.words.offline);
    } finally {
        state.busy = false;
        show();
    }
}

function back() {
    if (state.screen === "check") call("release", {}).catch(() => { /* It ends by itself. */ });
    go(state.screen === "check" ? "table" : "hall");
    read();
}

function main() {
    if (state.screen === "table") hold();
    else if (state.screen === "check") ask("book", "done");
    else if (state.screen === "done") telegram() ? telegram().close() : history.back();
}

function go(screen) {
    state.screen = screen;
    show();
    mark();
    if (screen === "table") $("name").focus();
    if (screen === "check" || screen === "done") $("title").focus();
    if (screen === "hall" && state.table) document.querySelector(`#tables [data-table="${state.table.ids}"]`)?.focus();
    scrollTo(0, 0);
}

// Uses Telegram's buttons if available, otherwise those of the page.
function show() {
    const { screen, words, busy } = state;
    document.body.dataset.screen = screen;
    // The plan stays visible while a table is shown, because its position matters too.
    $("hall").hidden = screen !== "hall" && screen !== "table";
    $("table").hidden = screen !== "table";
    $("check").hidden = screen !== "check" && screen !== "done";
    const label = { table: words.book, check: words.confirm, done: words.close }[screen];
    const canGoBack = screen === "table" || screen === "check";
    const app = telegram()?.initData ? telegram() : null;
    $("bar").hidden = !!app || !label;
    $("main").hidden = !label;
    $("main").textContent = label ?? "";
    $("main").disabled = busy;
    $("back").hidden = !canGoBack;
    $("back").textContent = words.back ?? "";
    if (!app) return;
    app.BackButton[canGoBack ? "show" : "hide"]();
    app.MainButton.setParams(label ? { text: label, is_visible: true, is_active: !busy } : { is_visible: false });
}

let watching;

async function watch() {
    watching?.abort();
    const mine = watching = new AbortController();
    while (!mine.signal.aborted && state.screen !== "stop") {
        try {
            const response = await fetch(`/app/api/live?day=${state.view.day}`, { headers: { Authorization: `Bearer ${state.key}` }, signal: mine.signal });
            const reader = response.ok ? response.body.pipeThrough(new TextDecoderStream()).getReader() : null;
            for (let part = await reader?.read(); part && !part.done; part = await reader.read())
                if (part.value.includes("data:") && state.screen !== "done") await read({}, true);
        } catch { /* The line is cut: look again below. */ }
        if (mine.signal.aborted) return;
        await new Promise(resolve => setTimeout(resolve, 5000));
        if (!mine.signal.aborted && (state.screen === "hall" || state.screen === "table")) await read({}, true);
    }
}

function join() {
    paint();
    const app = telegram();
    if (!app?.initData || app === join.app) return;
    join.app = app;
    app.ready();
    app.expand();
    app.BackButton.onClick(back);
    app.MainButton.onClick(main);
    app.onEvent("themeChanged", paint);
    show();
}

async function begin() {
    join();
    document.querySelector("script[src*='telegram.org']").addEventListener("load", join);
    const initData = hash.get("tgWebAppData") || telegram()?.initData;
    if (!initData) return stop($("only").content.textContent);
    state.key = memory.get();
    try {
        const { ok, answer } = await call("session", { initData, party: Number(query.get("party")) || null, day: query.get("day"), slot: Number(query.get("slot")) || null });
        if (!ok) return stop(answer.error);
        state.key = answer.key;
        memory.set(answer.key);
        state.words = answer.texts;
        document.documentElement.lang = answer.language;
        for (const place of document.querySelectorAll("[data-word]")) place.textContent = state.words[place.dataset.word];
        $("plan").setAttribute("aria-hidden", "true");
        draw(answer.view);
    } catch {
        say("…");
        setTimeout(begin, 3000);
    }
}

$("plan").addEventListener("click", tapPlan);
$("main").addEventListener("click", main);
$("back").addEventListener("click", back);
$("party").addEventListener("change", () => read());
$("day").addEventListener("change", () => read({ slot: "" }));
$("slot").addEventListener("change", () => read());
begin();
