// Editing a hall by touch, mouse, pen and keyboard. During a gesture only this file moves items; the server is told
// once at its end, and renders the result.
import { guides, overlap, snapMove } from "./room-snap.js";

const grid = 10;
const slack = 4;
const pickUpAfter = 280;
const smallest = { table: 20, wall: 5, label: 5 };

export function attach(root, dotnet) {
  const hall = root.querySelector("[data-hall]");
  const layer = root.querySelector("[data-layer]");
  const ending = new AbortController();
  const on = (target, type, handle, options = {}) => target.addEventListener(type, handle, { signal: ending.signal, ...options });
  const lines = guides(layer, hall);
  let chosen = new Set();
  let press = null;
  let drag = null;
  let pushed = null;
  let sent = null;

  const element = name => hall.querySelector(`[data-item="${CSS.escape(name)}"]`);
  const number = (from, name) => Number(from.dataset[name]);
  const place = from => ({ item: from.dataset.item, x: number(from, "x"), y: number(from, "y"), width: number(from, "w"), height: number(from, "h"), rotation: number(from, "r") });
  const items = () => [...hall.querySelectorAll("[data-item]")];
  const size = () => ({ width: number(hall, "width"), height: number(hall, "height") });
  const scale = () => hall.clientWidth / size().width;
  const read = () => { chosen = new Set(items().filter(item => item.classList.contains("is-selected")).map(item => item.dataset.item)); };

  function choose(names) {
    chosen = new Set(names);
    sent = null;
    for (const item of items()) item.classList.toggle("is-selected", chosen.has(item.dataset.item));
    handles();
  }

  const tell = (...what) => line.ask(dotnet, ...what).catch(() => {});

  // Moves an item provisionally, with its chairs, wall and label below.
  function show(at) {
    const item = element(at.item);
    if (!item) return;
    const { width, height } = size();
    const { style } = item;
    style.left = `${100 * (at.x - at.width / 2) / width}%`;
    style.top = `${100 * (at.y - at.height / 2) / height}%`;
    style.width = `${100 * at.width / width}%`;
    style.height = `${100 * at.height / height}%`;
    const shape = item.querySelector(".ft-shape");
    shape.style.rotate = at.rotation ? `${at.rotation}deg` : "";
    const ground = at.item[0] === "t" ? hall.querySelector(`[data-chairs="${at.item.slice(1)}"]`) : hall.querySelector(`[data-mark="${at.item.slice(1)}"]`);
    ground?.setAttribute("transform", `translate(${at.x} ${at.y}) rotate(${at.rotation})`);
  }

  // Marks overlapping tables during a gesture.
  function warn(now) {
    const moved = new Map(now.map(one => [one.item, one]));
    const tables = items().filter(item => item.dataset.kind === "table")
      .map(item => ({ element: item, ...(moved.get(item.dataset.item) ?? place(item)), round: item.dataset.round !== undefined }));
    for (const one of tables) {
      one.element.toggleAttribute("data-overlaps", tables.some(other => other !== one && (moved.has(one.item) || moved.has(other.item)) && overlap(one, other)));
    }
  }

  // Resets to the server's state: a refused or cancelled drag returns to its place.
  function settle() {
    for (const item of items()) show(place(item));
    warn([]);
    handles();
  }

  function handles(at) {
    layer.querySelectorAll(".re-handle").forEach(handle => handle.remove());
    if (chosen.size !== 1) return;
    const item = element([...chosen][0]);
    if (!item) return;
    const { x, y, width, height, rotation } = at ?? place(item);
    const s = scale();
    const angle = rotation * Math.PI / 180;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const away = 20 / s;
    const spots = { e: [width / 2 + away, 0], w: [-width / 2 - away, 0] };
    if (item.dataset.kind !== "wall") Object.assign(spots, { n: [0, -height / 2 - away], s: [0, height / 2 + away] });
    const far = Math.max(26 / s, away);
    spots.r = [width / 2 + far, -height / 2 - far];
    for (const [name, [u, v]] of Object.entries(spots)) {
      const handle = document.createElement("div");
      handle.className = `re-handle re-handle-${name === "r" ? "turn" : "size"}`;
      handle.dataset.handle = name;
      handle.style.left = `${(x + u * cos - v * sin) * s}px`;
      handle.style.top = `${(y + u * sin + v * cos) * s}px`;
      layer.append(handle);
    }
  }

  const point = event => {
    const box = hall.getBoundingClientRect();
    return { x: (event.clientX - box.left) / scale(), y: (event.clientY - box.top) / scale() };
  };

  // Pointers
  on(root, "pointerdown", event => {
    if (event.button !== 0 || drag || !hall.contains(event.target)) return;
    flush();
    const handle = event.target.closest("[data-handle]");
    const item = event.target.closest("[data-item]");
    const touch = event.pointerType === "touch";
    press = { id: event.pointerId, from: point(event), x: event.clientX, y: event.clientY, touch, shift: event.shiftKey || root.dataset.several !== undefined };
    if (handle) {
      event.preventDefault();
      press.kind = handle.dataset.handle === "r" ? "turn" : "size";
      press.handle = handle.dataset.handle;
      press.item = [...chosen][0];
      begin();
    } else if (item) {
      press.kind = "move";
      press.item = item.dataset.item;
      // Touch on an unselected item may be the start of scrolling.
      press.rests = touch && !chosen.has(press.item);
      if (press.rests) press.timer = setTimeout(() => { begin(); navigator.vibrate?.(15); }, pickUpAfter);
    } else press.kind = touch ? "tap" : "lasso";
  });

  function begin() {
    try { hall.setPointerCapture(press.id); } catch { /* it was let go */ }
    if (press.kind === "move" && !chosen.has(press.item)) choose(press.shift ? [...chosen, press.item] : [press.item]);
    drag = { kind: press.kind, places: [...chosen].map(element).filter(Boolean).map(place), now: [] };
    if (press.kind === "lasso") {
      drag.frame = document.createElement("div");
      drag.frame.className = "re-lasso";
      layer.append(drag.frame);
      drag.before = press.shift ? [...chosen] : [];
    }
    drag.others = items().filter(item => !chosen.has(item.dataset.item)).map(place);
    hall.dataset.dragging = "";
  }

  on(root, "pointermove", event => {
    if (!press || event.pointerId !== press.id) return;
    if (!drag) {
      if (Math.hypot(event.clientX - press.x, event.clientY - press.y) <= slack) return;
      if (press.rests || press.kind === "tap") return stop();
      begin();
    }
    follow(point(event), event);
  });

  function follow(at, { altKey, shiftKey }) {
    const { from } = press;
    if (drag.kind === "lasso") return lasso(from, at);
    if (drag.kind === "move") {
      const grabbed = drag.places.find(one => one.item === press.item) ?? drag.places[0];
      const { dx, dy, guides: found } = snapMove(drag.places, grabbed, at.x - from.x, at.y - from.y, drag.others, size(), altKey ? 0 : 8 / scale(), altKey ? 1 : grid);
      drag.now = drag.places.map(one => ({ ...one, x: one.x + dx, y: one.y + dy }));
      lines.show(found);
    } else {
      const [one] = drag.places;
      drag.now = [drag.kind === "turn" ? turned(one, from, at, shiftKey || altKey ? 1 : 15) : sized(one, from, at, altKey ? 1 : grid)];
    }
    drag.now.forEach(show);
    warn(drag.now);
    handles(drag.now.length === 1 ? drag.now[0] : undefined);
  }

  function turned(one, from, at, step) {
    const angle = spot => Math.atan2(spot.y - one.y, spot.x - one.x) * 180 / Math.PI;
    const rotation = Math.round((one.rotation + angle(at) - angle(from)) / step) * step;
    return { ...one, rotation: ((rotation % 360) + 360) % 360 };
  }

  // The side opposite the handle stays fixed.
  function sized(one, from, at, step) {
    const item = element(one.item);
    const angle = one.rotation * Math.PI / 180;
    const along = { e: [Math.cos(angle), Math.sin(angle)], s: [-Math.sin(angle), Math.cos(angle)] };
    const side = press.handle;
    const axis = side === "e" || side === "w" ? along.e : along.s;
    const sign = side === "e" || side === "s" ? 1 : -1;
    const was = side === "e" || side === "w" ? one.width : one.height;
    const pulled = ((at.x - from.x) * axis[0] + (at.y - from.y) * axis[1]) * sign;
    const is = Math.min(Math.max(Math.round((was + pulled) / step) * step, smallest[item.dataset.kind]), 2000);
    const shift = (is - was) / 2 * sign;
    const wide = item.dataset.regular !== undefined || side === "e" || side === "w";
    const deep = item.dataset.regular !== undefined || side === "n" || side === "s";
    return {
      ...one, x: Math.round(one.x + axis[0] * shift), y: Math.round(one.y + axis[1] * shift), width: wide ? is : one.width, height: deep ? is : one.height,
    };
  }

  function lasso(from, to) {
    const s = scale();
    const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
    const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
    Object.assign(drag.frame.style, { left: `${left * s}px`, top: `${top * s}px`, width: `${(right - left) * s}px`, height: `${(bottom - top) * s}px` });
    const inside = items().map(place).filter(one => one.x >= left && one.x <= right && one.y >= top && one.y <= bottom).map(one => one.item);
    choose([...drag.before, ...inside]);
  }

  on(root, "pointerup", event => {
    if (!press || event.pointerId !== press.id) return;
    const { item, shift, kind } = press;
    const done = drag;
    if (done && kind !== "lasso") follow(point(event), event);
    const now = done?.now ?? [];
    stop(true);
    if (!done) {
      // A tap.
      if (item) choose(!shift ? [item] : chosen.has(item) ? [...chosen].filter(name => name !== item) : [...chosen, item]);
      else if (!shift) choose([]);
      tell("Choose", [...chosen]);
    } else if (kind === "lasso") tell("Choose", [...chosen]);
    else put(now, null);
  });

  async function put(places, run) {
    await tell("Put", [...chosen], places.map(round), run);
    if (!pushed && !drag) requestAnimationFrame(settle);
  }

  const round = one => ({ ...one, x: Math.round(one.x), y: Math.round(one.y), width: Math.round(one.width), height: Math.round(one.height) });

  function stop(keep) {
    clearTimeout(press?.timer);
    drag?.frame?.remove();
    lines.clear();
    delete hall.dataset.dragging;
    const moved = drag && !keep;
    press = drag = null;
    if (moved) settle();
  }

  on(root, "pointercancel", () => stop());
  on(root, "touchmove", event => { if (drag) event.preventDefault(); }, { passive: false });
  on(hall, "contextmenu", event => { if (press?.touch) event.preventDefault(); });
  // Enter and Space.
  on(hall, "click", event => {
    const item = event.target.closest("[data-item]");
    if (!item || event.detail !== 0) return;
    const name = item.dataset.item;
    choose(!event.shiftKey ? [name] : chosen.has(name) ? [...chosen].filter(other => other !== name) : [...chosen, name]);
    tell("Choose", [...chosen]);
  });

  // Keys. Moves by arrow keys are reported on key up, or when something else begins.
  const isTyping = target => target.matches?.("input, textarea, select");
  const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  function flush() {
    if (!pushed) return;
    const places = sent = pushed;
    pushed = null;
    put(places, `arrows ${[...chosen].join()}`).then(() => { if (sent === places) sent = null; });
  }

  on(document, "keydown", event => {
    if (isTyping(event.target) || event.defaultPrevented) return;
    const control = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    const command = control && event.code === "KeyZ" ? (event.shiftKey ? "redo" : "undo")
      : control && event.code === "KeyY" ? "redo"
      : control && event.code === "KeyD" && chosen.size ? "duplicate"
      : (key === "delete" || key === "backspace") && chosen.size && hall.contains(document.activeElement) ? "remove" : null;
    if (command) {
      event.preventDefault();
      flush();
      return void tell("Press", command).then(() => requestAnimationFrame(() => { read(); settle(); }));
    }
    if (!hall.contains(event.target) && event.target !== document.body) return;
    if (event.key === "Escape" && (drag || press)) { event.preventDefault(); return stop(); }
    if (event.key === "Escape" && chosen.size) { event.preventDefault(); choose([]); return void tell("Choose", []); }
    if (control && event.code === "KeyA") {
      event.preventDefault();
      choose(items().map(item => item.dataset.item));
      return void tell("Choose", [...chosen]);
    }
    const way = arrows[event.key];
    if (!way || control || event.altKey || drag) return;
    const focused = event.target.closest?.("[data-item]")?.dataset.item;
    if (focused && !chosen.has(focused)) choose([focused]);
    if (!chosen.size) return;
    event.preventDefault();
    const step = event.shiftKey ? 5 * grid : grid;
    // The next key press may precede the server's rendering of the last one.
    const now = pushed ?? sent ?? [...chosen].map(element).filter(Boolean).map(place);
    const { width, height } = size();
    pushed = now.map(one => ({ ...one, x: Math.min(Math.max(one.x + way[0] * step, 0), width), y: Math.min(Math.max(one.y + way[1] * step, 0), height) }));
    pushed.forEach(show);
    warn(pushed);
    handles(pushed.length === 1 ? pushed[0] : undefined);
  });
  on(document, "keyup", event => { if (arrows[event.key]) flush(); });
  on(hall, "focusout", flush);

  // The server's rendering moves the handles too.
  const watcher = new MutationObserver(changes => {
    if (drag || pushed || changes.every(change => layer.contains(change.target))) return;
    read();
    handles();
  });
  watcher.observe(hall, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-x", "data-y", "data-w", "data-h", "data-r", "data-width", "data-height", "class"] });
  const resized = new ResizeObserver(() => handles());
  resized.observe(hall);

  // Leaving the dashboard with unsaved edits asks for confirmation; a reload after a lost connection does not, because
  // the draft is kept.
  on(window, "beforeunload", event => {
    if (root.dataset.changed !== undefined && !line.isLost) event.preventDefault();
  });
  root.dataset.ready = "";

  return {
    dispose() {
      stop();
      watcher.disconnect();
      resized.disconnect();
      ending.abort();
      layer.replaceChildren();
    },
  };
}
