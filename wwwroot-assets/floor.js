// Dragging a party to a table. A mouse drags at once, touch after a delay, so that the plan can be scrolled.
const Far = 8;
const Long = 250;

export function begin(page) {
  let drag = null;

  function source(event) {
    if (event.button !== 0 || event.target.closest(".btn, input, summary")) return null;
    return event.target.closest("[data-drag]");
  }

  function down(event) {
    const from = source(event);
    if (!from || drag) return;
    drag = { from, id: event.pointerId, x: event.clientX, y: event.clientY, ghost: null, over: null };
    if (event.pointerType !== "mouse") drag.timer = setTimeout(() => lift(event.clientX, event.clientY), Long);
  }

  function lift(x, y) {
    if (!drag) return;
    const ghost = document.createElement("div");
    ghost.className = "drag-ghost";
    ghost.textContent = drag.from.dataset.dragName;
    document.body.append(ghost);
    drag.ghost = ghost;
    drag.from.classList.add("is-dragged");
    document.body.classList.add("is-dragging");
    navigator.vibrate?.(15);
    follow(x, y);
  }

  function follow(x, y) {
    drag.ghost.style.translate = `${x}px ${y}px`;
    const over = document.elementFromPoint(x, y)?.closest(".ft") ?? null;
    if (over === drag.over) return;
    drag.over?.classList.remove("is-over");
    over?.classList.add("is-over");
    drag.over = over;
  }

  function move(event) {
    if (!drag || event.pointerId !== drag.id) return;
    if (!drag.ghost && Math.hypot(event.clientX - drag.x, event.clientY - drag.y) > Far) {
      if (event.pointerType !== "mouse") return stop();
      lift(event.clientX, event.clientY);
    }
    if (drag.ghost) follow(event.clientX, event.clientY);
  }

  function up(event) {
    if (!drag || event.pointerId !== drag.id) return;
    const { ghost, over, from } = drag;
    stop();
    if (!ghost) return;
    // Suppresses the click that ends a drag.
    addEventListener("click", noClick, { capture: true, once: true });
    setTimeout(() => removeEventListener("click", noClick, { capture: true }));
    if (over && over !== from) line.ask(page, "DropAsync", from.dataset.drag, Number(over.dataset.table)).catch(() => {});
  }

  function stop() {
    clearTimeout(drag?.timer);
    drag?.ghost?.remove();
    drag?.over?.classList.remove("is-over");
    drag?.from.classList.remove("is-dragged");
    document.body.classList.remove("is-dragging");
    drag = null;
  }

  const cancel = event => { if (event.pointerId === drag?.id) stop(); };
  const escape = event => { if (event.key === "Escape") stop(); };
  const noScroll = event => { if (drag?.ghost) event.preventDefault(); };
  const noMenu = event => { if (drag) event.preventDefault(); };
  const noClick = event => { event.preventDefault(); event.stopPropagation(); };
  // Keeps the table visible when the panel covers the lower part of the plan.
  const keepInSight = event => {
    const table = event.target.closest(".ft");
    if (table) setTimeout(() => table.scrollIntoView({ block: "nearest", inline: "nearest" }), 300);
  };
  const listeners = [
    ["click", keepInSight],
    ["pointerdown", down], ["pointermove", move], ["pointerup", up], ["pointercancel", cancel],
    ["keydown", escape], ["touchmove", noScroll, { passive: false }], ["contextmenu", noMenu],
  ];
  for (const [name, listener, options] of listeners) addEventListener(name, listener, options);
  document.body.dataset.drags = "";
  return {
    end() {
      stop();
      delete document.body.dataset.drags;
      for (const [name, listener, options] of listeners) removeEventListener(name, listener, options);
    },
  };
}
