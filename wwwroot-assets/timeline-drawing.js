// Rendering for timeline.js: the copy of a dragged bar, its label, and the refusal at a bar that returned.
export function drawing(root, scroll) {
  const layer = root.querySelector("[data-layer]");
  const says = root.querySelector("[data-says]");
  let options, optionsText;
  let rows = [], bars = new Map(), box, scrolled = { x: 0, y: 0 };
  let ghost, tip, current, origin, note, target;
  let stale = true;

  // Occupied times are read again before each check, because others may change bookings during a drag.
  const watcher = new MutationObserver(changes => { stale ||= changes.some(change => !layer.contains(change.target)); });
  watcher.observe(root.querySelector(".tl-grid"), { childList: true, subtree: true, attributes: true, attributeFilter: ["data-from", "data-to"] });
  const onScroll = () => { scrolled = { x: scroll.scrollLeft, y: scroll.scrollTop }; };
  scroll.addEventListener("scroll", onScroll, { passive: true });

  const read = () => {
    if (optionsText !== root.dataset.options) {
      optionsText = root.dataset.options;
      options = JSON.parse(optionsText);
    }
    return options;
  };
  const number = name => parseFloat(getComputedStyle(root).getPropertyValue(name));
  let minute, name;

  // Measures rows and frame once per drag.
  function measure() {
    read();
    onScroll();
    box = scroll.getBoundingClientRect();
    minute = number("--minute");
    name = number("--name");
    rows = [...root.querySelectorAll(".tl-row")].map(element => ({
      element, table: Number(element.dataset.table), number: element.dataset.number,
      top: element.offsetTop + (element.offsetParent === scroll.firstElementChild ? 0 : element.offsetParent.offsetTop), height: element.offsetHeight,
    }));
    stale = true;
  }

  function readBars() {
    stale = false;
    bars = new Map(rows.map((row, index) => [index, [...row.element.querySelectorAll(".tl-bar:not(.bar-completed, .bar-noshow)")].map(bar => ({
      booking: bar.dataset.booking, from: Number(bar.dataset.from), to: Number(bar.dataset.to), title: bar.dataset.title,
    }))]));
  }

  function overlap(place) {
    if (stale) readBars();
    return bars.get(place.row)?.find(other => other.booking !== current.booking && other.from < place.end && other.to > place.start);
  }

  const clock = at => {
    const { labels } = read();
    const quarter = Math.min(Math.max(Math.floor(at / 15), 0), labels.length - 1);
    const [hours, minutes] = labels[quarter].split(":").map(Number);
    const late = minutes + at - quarter * 15;
    return `${String((hours + Math.floor(late / 60) + 24) % 24).padStart(2, "0")}:${String(((late % 60) + 60) % 60).padStart(2, "0")}`;
  };
  const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, index) => values[index]);

  function describe(place) {
    const text = fill(read().place, rows[place.row].number, clock(place.start), clock(place.end));
    const other = overlap(place);
    return other ? `${text}, ${fill(options.overlaps, other.title)}` : text;
  }

  const left = at => name + at * minute;
  const at = place => `translate3d(${left(place.start)}px, ${rows[place.row].top + 4}px, 0)`;

  return {
    options: read,
    minute: () => number("--minute"),
    name: () => number("--name"),
    box: () => box,
    scrolledX: () => scrolled.x,
    rows: () => rows.length,
    tableOf: row => rows[row].table,
    measure,
    describe,
    shown: () => origin,

    bar(element) {
      const { booking, version, start, end, moves } = element.dataset;
      const row = rows.findIndex(other => other.element === element.closest(".tl-row"));
      return { element, booking, version: Number(version), start: Number(start), end: Number(end), moves, row, from: read().from };
    },

    rowAt(y) {
      const inside = y - box.top + scrolled.y;
      let best = 0;
      for (let row = 0; row < rows.length && rows[row].top <= inside; row++) best = row;
      return best;
    },

    lift(bar) {
      // The previous copy may still be returning.
      this.land();
      current = bar;
      bar.element.dataset.lifted = "";
      ghost = bar.element.cloneNode(true);
      for (const name of ["data-testid", "data-lifted", "id", "aria-describedby", "data-booking"]) ghost.removeAttribute(name);
      ghost.className += " tl-ghost";
      ghost.setAttribute("aria-hidden", "true");
      ghost.tabIndex = -1;
      ghost.style.cssText = "";
      tip = document.createElement("div");
      tip.className = "tl-tip";
      tip.setAttribute("aria-hidden", "true");
      tip.append("");
      layer.append(ghost, tip);
      origin = null;
      this.show(bar, { start: bar.start, end: bar.end, row: bar.row });
    },

    show(bar, place) {
      if (origin && origin.start === place.start && origin.end === place.end && origin.row === place.row) return;
      const length = place.end - place.start;
      if (!origin || origin.end - origin.start !== length) ghost.style.width = `${length * minute - 2}px`;
      if (origin?.row !== place.row) {
        target?.removeAttribute("data-target");
        target = rows[place.row].element;
        target.dataset.target = "";
      }
      origin = place;
      ghost.style.transform = at(place);
      ghost.toggleAttribute("data-taken", Boolean(overlap(place)));
      tip.firstChild.data = describe(place);
      const above = place.row === 0 ? 50 : -30;
      tip.style.transform = `translate3d(${Math.max(left(place.start), scrolled.x + name)}px, ${rows[place.row].top + above}px, 0)`;
    },

    // Keeps the moved bar in view for keyboard users.
    reveal() {
      const x = left(origin.start), y = rows[origin.row].top;
      if (x < scroll.scrollLeft + name || x > scroll.scrollLeft + scroll.clientWidth - 80) scroll.scrollLeft = x - scroll.clientWidth / 2;
      if (y < scroll.scrollTop + 40 || y > scroll.scrollTop + scroll.clientHeight - 60) scroll.scrollTop = y - scroll.clientHeight / 2;
    },

    busy() { ghost.dataset.busy = ""; tip.remove(); },

    // Animates back to the bar's place; false if another drag started meanwhile.
    async fly(bar) {
      const own = ghost;
      tip.remove();
      ghost.dataset.returning = "";
      ghost.style.width = `${(bar.end - bar.start) * minute - 2}px`;
      ghost.style.transform = at(bar);
      await Promise.allSettled(ghost.getAnimations().map(animation => animation.finished));
      return own === ghost;
    },

    land() {
      if (!ghost) return;
      current.element.removeAttribute("data-lifted");
      target?.removeAttribute("data-target");
      ghost.remove();
      tip.remove();
      ghost = target = origin = null;
    },

    note(bar, text) {
      this.clearNote();
      note = document.createElement("div");
      note.className = "tl-note";
      note.dataset.testid = "bar-refusal";
      const words = document.createElement("span");
      words.textContent = text;
      const close = document.createElement("button");
      close.type = "button";
      close.className = "btn btn-quiet btn-icon";
      close.setAttribute("aria-label", read().close);
      close.innerHTML = '<span aria-hidden="true">×</span>';
      close.addEventListener("click", () => this.clearNote());
      note.append(words, close);
      layer.append(note);
      const room = scroll.scrollLeft + scroll.clientWidth - note.offsetWidth - 8;
      note.style.left = `${Math.max(Math.min(left(bar.start), room), scroll.scrollLeft + name + 8)}px`;
      const under = rows[bar.row].top + 52;
      note.style.top = `${under + note.offsetHeight > scroll.scrollTop + scroll.clientHeight && rows[bar.row].top > note.offsetHeight ? rows[bar.row].top - note.offsetHeight - 4 : under}px`;
    },

    clearNote() { note?.remove(); note = null; },

    say(text) { says.textContent = text; },

    dispose() {
      watcher.disconnect();
      scroll.removeEventListener("scroll", onScroll);
      layer.replaceChildren();
    },
  };
}
