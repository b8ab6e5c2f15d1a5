// What somebody has typed and not saved outlives the page, in this tab and for the person who typed it. The server says
// what is in a form and seals it; what it may not have heard yet is kept as it stands in the fields.
(() => {
  "use strict";
  const prefix = "draft:";
  let owner = null;
  const address = key => `${prefix}${owner}:${key}`;
  const read = key => JSON.parse(sessionStorage.getItem(address(key)) ?? "{}");
  const all = () => Object.keys(sessionStorage).filter(name => name.startsWith(prefix));

  function write(key, draft) {
    try {
      sessionStorage.setItem(address(key), JSON.stringify(draft));
    } catch {
      // The tab's storage is full: the page itself still has it.
    }
  }

  // MudBlazor gives its fields an id that is another one after each start.
  const nameOf = field => field.dataset.testid || field.id;
  const keyOf = form => form?.querySelector("[data-draft]")?.dataset.draft;
  const formOf = key => document.querySelector(`form [data-draft="${CSS.escape(key)}"]`)?.closest("form");
  const fieldsOf = key =>
    [...formOf(key)?.elements ?? []].filter(field => field.matches("input, textarea, select") && nameOf(field));
  const find = (key, name) => fieldsOf(key).find(field => nameOf(field) === name);

  let telling = false;
  function tell(field) {
    telling = true;
    for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
    telling = false;
  }

  const typedAt = new WeakMap();
  document.addEventListener("input", ({ target }) => {
    const key = keyOf(target.form);
    if (key === undefined || owner === null || !nameOf(target) || telling) return;
    typedAt.set(target, Date.now());
    const draft = read(key);
    (draft.fields ??= {})[nameOf(target)] = target.value;
    write(key, draft);
  }, { capture: true });

  window.drafts = {
    // What this person has left here. What others have is of no use to anybody any more.
    all(person) {
      owner = person;
      const mine = address("");
      all().filter(name => !name.startsWith(mine)).forEach(name => sessionStorage.removeItem(name));
      const found = all().map(name => [name.slice(mine.length), JSON.parse(sessionStorage.getItem(name)).state ?? ""]);
      return new TextEncoder().encode(JSON.stringify(Object.fromEntries(found)));
    },

    keep(key, state) {
      const { fields = {} } = read(key);
      const here = Object.keys(fields).map(name => [name, find(key, name)]).filter(([, field]) => field);
      write(key, { state, fields: Object.fromEntries(here.map(([name, field]) => [name, field.value])) });
    },

    // By the page itself, or on a wish that says so.
    reload() {
      this.isReloading = true;
      location.reload();
    },

    drop(key) { sessionStorage.removeItem(address(key)); },

    // Once the form is there again: what stood in its fields and had not reached the server.
    fill(key) {
      for (const [name, value] of Object.entries(read(key).fields ?? {})) {
        const field = find(key, name);
        if (!field || field.disabled || field.value === value) continue;
        field.value = value;
        tell(field);
      }
    },

    // What was typed while the line was lost, or just before, was said to nobody.
    tellAgain(lostAt) {
      for (const marker of document.querySelectorAll("[data-draft]")) {
        fieldsOf(marker.dataset.draft).filter(field => typedAt.get(field) > lostAt - 5000).forEach(tell);
      }
    },
  };

  // Who leaves with something typed is asked first; what the page does by itself brings it back.
  const isTyped = marker => sessionStorage.getItem(address(marker.dataset.draft)) !== null;
  window.addEventListener("beforeunload", event => {
    if (!window.drafts.isReloading && [...document.querySelectorAll("form [data-draft]")].some(isTyped)) event.preventDefault();
  });

  document.addEventListener("submit", event => {
    if (event.target.id === "sign-out") all().forEach(name => sessionStorage.removeItem(name));
  });
})();
