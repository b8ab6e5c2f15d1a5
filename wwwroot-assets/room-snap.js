// Snapping: to edges and centres of neighbours, the middle of the hall, otherwise the grid.
const reach = ({ width, height, rotation }) => {
  const angle = rotation * Math.PI / 180;
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
  return { x: (cos * width + sin * height) / 2, y: (sin * width + cos * height) / 2 };
};

// Outline of a rotated table.
function outline({ x, y, width, height, rotation, round }) {
  const angle = rotation * Math.PI / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const corners = round
    ? Array.from({ length: 16 }, (_, i) => [Math.cos(i * Math.PI / 8) * width / 2, Math.sin(i * Math.PI / 8) * height / 2])
    : [[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([u, v]) => [u * width / 2, v * height / 2]);
  return corners.map(([u, v]) => [x + u * cos - v * sin, y + u * sin + v * cos]);
}

/** Whether two tables overlap; TableOverlap is the server's equivalent. */
export function overlap(one, other) {
  const slack = 2;
  const shapes = [outline(one), outline(other)];
  return !shapes.some(shape => shape.some(([x, y], i) => {
    const [toX, toY] = shape[(i + 1) % shape.length];
    const [across, up] = [y - toY, toX - x];
    const length = Math.hypot(across, up);
    const [a, b] = shapes.map(points => points.map(([u, v]) => (u * across + v * up) / length));
    return Math.max(...a) <= Math.min(...b) + slack || Math.max(...b) <= Math.min(...a) + slack;
  }));
}

const edges = (places, axis) => {
  const from = Math.min(...places.map(one => one[axis] - reach(one)[axis]));
  const to = Math.max(...places.map(one => one[axis] + reach(one)[axis]));
  return [from, (from + to) / 2, to];
};

function along(axis, moving, by, targets, near) {
  let best = null;
  for (const own of edges(moving, axis)) {
    for (const target of targets) {
      const off = target - (own + by);
      if (Math.abs(off) <= near && (!best || Math.abs(off) < Math.abs(best.off))) best = { off, at: target };
    }
  }
  return best;
}

/** The snapped offset, and the guide lines it aligns with. */
export function snapMove(moving, grabbed, dx, dy, others, hall, near, grid) {
  const result = { guides: [] };
  for (const [axis, by, length] of [["x", dx, hall.width], ["y", dy, hall.height]]) {
    const targets = [length / 2, ...others.flatMap(other => edges([other], axis))];
    const found = near > 0 ? along(axis, moving, by, targets, near) : null;
    let moved = found ? by + found.off : Math.round((grabbed[axis] + by) / grid) * grid - grabbed[axis];
    const [from, , to] = edges(moving, axis);
    const kept = Math.min(Math.max(moved, -from), length - to);
    if (found && kept === moved) result.guides.push({ axis, at: found.at });
    moved = from >= 0 && to <= length ? kept : moved;
    result[axis === "x" ? "dx" : "dy"] = moved;
  }
  return result;
}

export function guides(layer, hall) {
  const clear = () => layer.querySelectorAll(".re-guide").forEach(line => line.remove());
  return {
    clear,
    show(found) {
      clear();
      for (const { axis, at } of found) {
        const line = document.createElement("div");
        line.className = `re-guide re-guide-${axis}`;
        line.style[axis === "x" ? "left" : "top"] = `${100 * at / Number(axis === "x" ? hall.dataset.width : hall.dataset.height)}%`;
        layer.append(line);
      }
    },
  };
}
