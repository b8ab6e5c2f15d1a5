// Moving bars of the timeline by touch, mouse and arrow keys. During a drag only this file moves them; the server is
// asked once on drop and decides. The server's elements are never moved, only a copy of the bar.
import { drawing } from "./timeline-drawing.js";

const step = 15;
const pickUpAfter = 300;
const slack = 6;
const nearEdge = 48;
const zooms = [0.7, 0.95, 1.2, 1.6, 2.2, 3.2];

export function attach(root, dotnet) {
  const scroll = root.querySelector(".tl-scroll");
  const ending = new AbortController();
  const on = (target, type, handle, options = {}) => target.addEventListener(type, handle, { signal: ending.signal, ...options });
  const picture = drawing(root, scroll);
  let press = null;
  let drag = null;
  let keys = null;
  let asking = false;
  let quietClick = false;

  zoom(stored());
  showNow();

  // Zooming keeps the centre of the view.
  function zoom(minute) {
    const before = picture.minute();
    const middle = (scroll.scrollLeft + scroll.clientWidth / 2 - picture.name()) / before;
    root.style.setProperty("--minute", `${minute}px`);
    scroll.scrollLeft = middle * minute + picture.name() - scroll.clientWidth / 2;
  }

  function stored() {
    const kept = Number(localStorage.getItem("timeline-minute"));
    if (zooms.includes(kept)) return kept;
    // Fits the largest readable part of the day.
    const fits = (scroll.clientWidth - picture.name()) / picture.options().span;
    return Math.max([...zooms].reverse().find(minute => minute <= fits) ?? 0, 1.2);
  }

  function showNow() {
    const now = root.querySelector(".tl-now");
    if (now) scroll.scrollLeft = Number(now.style.getPropertyValue("--s")) * picture.minute() - scroll.clientWidth / 3;
  }

  // Target of a drag: start, end and row, limited to the shown range and in steps of 15 minutes.
  const snapped = value => Math.round(value / step) * step;
  function place(bar, mode, minutes, row) {
    const { start, end, moves } = bar;
    const span = picture.options().span;
    const last = Math.max(span, end);
    if (mode === "end") return { start, end: Math.abs(minutes) < step / 2 ? end : Math.min(Math.max(snapped(end + minutes), start + step), last), row: bar.row };
    if (mode === "start") return { start: Math.abs(minutes) < step / 2 ? start : Math.max(Math.min(snapped(start + minutes), end - step), Math.min(0, start)), end, row: bar.row };
    let to = start;
    if (moves === "both" && Math.abs(minutes) >= step / 2) to = Math.min(Math.max(snapped(start + minutes), Math.min(0, start)), last - (end - start));
    return { start: to, end: to + end - start, row };
  }

  function begin(bar, mode, x, y) {
    picture.clearNote();
    drag = { bar, mode, x, y, px: x, py: y, fromX: x + scroll.scrollLeft, frame: 0, minute: picture.minute() };
    picture.lift(bar);
    draw();
  }

  // One animation frame: reads from memory and writes only when the target changed.
  function draw() {
    if (!drag) return;
    drag.frame = requestAnimationFrame(draw);
    const box = picture.box();
    const push = (at, from, to) => (at < from + nearEdge ? Math.max(at - from - nearEdge, -nearEdge) : at > to - nearEdge ? Math.min(at - to + nearEdge, nearEdge) : 0) / 4;
    const dx = push(drag.px, box.left + picture.name(), box.right);
    const dy = drag.mode === "move" ? push(drag.py, box.top, box.bottom) : 0;
    if (dx || dy) scroll.scrollBy(dx, dy);
    const minutes = (drag.px + picture.scrolledX() - drag.fromX) / drag.minute;
    const row = drag.mode === "move" ? picture.rowAt(drag.py) : drag.bar.row;
    picture.show(drag.bar, place(drag.bar, drag.mode, minutes, row));
  }

  async function drop(bar, byKeys) {
    const to = picture.shown();
    const from = bar.row;
    if (to.start === bar.start && to.end === bar.end && to.row === from) return putBack(bar, "");
    asking = true;
    picture.busy();
    let refusal;
    try {
      refusal = await line.ask(dotnet, "DropAsync", {
        bookingId: bar.booking, version: bar.version, fromTable: picture.tableOf(from), toTable: picture.tableOf(to.row),
        start: to.start === bar.start ? null : to.start, end: to.end === bar.end ? null : to.end, from: bar.from,
      });
    } catch {
      refusal = picture.options().lost;
    }
    if (refusal) {
      asking = false;
      return putBack(bar, refusal);
    }
    const words = picture.describe(to);
    const moved = await drawn(`[data-table="${picture.tableOf(to.row)}"] [data-booking="${bar.booking}"]`, bar.version);
    picture.land();
    asking = false;
    // Unless the focus has moved on meanwhile.
    const focused = document.activeElement;
    if (byKeys && (!focused || focused === document.body || root.contains(focused))) moved?.focus();
    picture.say(words);
  }

  // The answer may arrive before the bar is rendered at its new place.
  async function drawn(selector, version) {
    for (let frames = 0; frames < 120; frames++) {
      const element = root.querySelector(selector);
      if (element && Number(element.dataset.version) !== version) return element;
      await new Promise(requestAnimationFrame);
    }
  }

  async function putBack(bar, why) {
    if (await picture.fly(bar)) picture.land();
    if (!why) return;
    picture.note(bar, why);
    picture.say(`${why} ${picture.options().back}`);
  }

  function cancel() {
    clearTimeout(press?.timer);
    press = null;
    if (drag) {
      cancelAnimationFrame(drag.frame);
      const { bar } = drag;
      drag = null;
      putBack(bar, "");
    }
  }

  // Mouse and pen drag at once; touch scrolls first and drags after a delay, or at once on the open bar.
  on(root, "pointerdown", event => {
    picture.clearNote();
    if (keys) cancelKeys();
    const element = event.target.closest(".tl-bar");
    if (!element || event.button !== 0 || asking || drag || !element.dataset.booking) return;
    const mode = grip(element, event);
    if (!element.dataset.moves) return;
    const rests = event.pointerType === "touch" && !element.classList.contains("is-open");
    press = { element, mode, id: event.pointerId, x: event.clientX, y: event.clientY, touch: event.pointerType === "touch", rests };
    if (rests) press.timer = setTimeout(pickUp, pickUpAfter);
  });

  // Ends are resized within a margin; bars too short for it are only moved.
  function grip(element, event) {
    const { stretches } = element.dataset;
    const box = element.getBoundingClientRect();
    const reach = event.pointerType === "touch" ? 24 : 12;
    if (!stretches || box.width < 3 * reach) return "move";
    if (box.right - event.clientX <= reach) return "end";
    return stretches === "both" && event.clientX - box.left <= reach ? "start" : "move";
  }

  function pickUp() {
    const { element, mode, x, y, id } = press;
    press.held = true;
    try { root.setPointerCapture(id); } catch { /* it was let go */ }
    picture.measure();
    begin(picture.bar(element), mode, x, y);
    if (press.touch) navigator.vibrate?.(15);
  }

  on(root, "pointermove", event => {
    if (!press || event.pointerId !== press.id) return;
    if (drag) [drag.px, drag.py] = [event.clientX, event.clientY];
    else if (Math.hypot(event.clientX - press.x, event.clientY - press.y) > slack) {
      if (press.rests) cancel();
      else {
        pickUp();
        [drag.px, drag.py] = [event.clientX, event.clientY];
      }
    }
  });

  on(root, "pointerup", event => {
    if (!press || event.pointerId !== press.id) return;
    clearTimeout(press.timer);
    press = null;
    if (!drag) return;
    [drag.px, drag.py] = [event.clientX, event.clientY];
    cancelAnimationFrame(drag.frame);
    draw();
    cancelAnimationFrame(drag.frame);
    const { bar } = drag;
    drag = null;
    // The click that follows is part of the drag.
    quietClick = true;
    setTimeout(() => { quietClick = false; }, 0);
    drop(bar, false);
  });
  on(root, "pointercancel", cancel);
  on(root, "touchmove", event => { if (drag) event.preventDefault(); }, { passive: false });
  on(root, "contextmenu", event => { if (press?.touch) event.preventDefault(); });
  on(root, "click", event => {
    if (quietClick) event.stopPropagation();
    const button = event.target.closest("[data-zoom]");
    if (!button) return;
    const next = zooms[Math.min(Math.max(zooms.findIndex(minute => minute >= picture.minute()) + Number(button.dataset.zoom), 0), zooms.length - 1)];
    localStorage.setItem("timeline-minute", next);
    zoom(next);
  }, { capture: true });
  on(document, "keydown", event => { if (event.key === "Escape" && (drag || press)) { event.preventDefault(); event.stopPropagation(); cancel(); } }, { capture: true });

  // Arrow keys on a focused bar change a proposal that Enter confirms.
  function cancelKeys() {
    const { bar } = keys;
    keys = null;
    putBack(bar, "");
    picture.say(picture.options().back);
  }

  on(root, "keydown", event => {
    const element = event.target.closest?.(".tl-bar");
    if (!element || event.ctrlKey || event.metaKey || event.altKey || asking || drag) return;
    if (keys && event.key === "Escape") { event.preventDefault(); event.stopPropagation(); return cancelKeys(); }
    if (keys && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      const { bar } = keys;
      keys = null;
      return void drop(bar, true);
    }
    const sideways = { ArrowLeft: -1, ArrowRight: 1 }[event.key] ?? 0;
    const down = { ArrowUp: -1, ArrowDown: 1 }[event.key] ?? 0;
    if (!sideways && !down) return;
    event.preventDefault();
    const { moves, stretches } = element.dataset;
    if (!moves || (event.shiftKey && !stretches)) return picture.say(picture.options().fixedBar);
    if (sideways && !event.shiftKey && moves !== "both") return picture.say(picture.options().fixedTime);
    if (!keys) {
      picture.clearNote();
      picture.measure();
      const bar = picture.bar(element);
      keys = { bar, start: bar.start, end: bar.end, row: bar.row };
      picture.lift(bar);
    }
    // First to the full quarter of an hour, then by quarters.
    const next = value => (sideways > 0 ? Math.floor(value / step) + 1 : Math.ceil(value / step) - 1) * step;
    const span = picture.options().span;
    if (down) keys.row = Math.min(Math.max(keys.row + down, 0), picture.rows() - 1);
    else if (event.shiftKey) keys.end = Math.min(Math.max(next(keys.end), keys.start + step), Math.max(span, keys.end));
    else {
      const length = keys.end - keys.start;
      keys.start = Math.min(Math.max(next(keys.start), 0), span - step);
      keys.end = keys.start + length;
    }
    picture.show(keys.bar, { start: keys.start, end: keys.end, row: keys.row });
    picture.reveal();
    picture.say(picture.describe(picture.shown()));
  });
  on(root, "focusout", event => { if (keys && event.target.matches?.(".tl-bar")) cancelKeys(); });

  return { dispose() { cancel(); ending.abort(); picture.dispose(); } };
}
