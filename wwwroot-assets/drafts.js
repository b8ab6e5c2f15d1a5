// Keeps unsaved input across reloads, in this tab and for the person who typed it. The server sends encrypted form
// state; values of fields that may not have reached the server are stored as well.
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
      // The tab's storage is full; the page still has the input.
    }
  }

  // MudBlazor generates different field ids on every start.
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
    // Returns this person's drafts and deletes those of others.
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

    // Removed by the page itself, or by a request parameter.
    reload() {
      this.isReloading = true;
      location.reload();
    },

    drop(key) { sessionStorage.removeItem(address(key)); },

    // Restores field values that had not reached the server, once the form is rendered.
    fill(key) {
      for (const [name, value] of Object.entries(read(key).fields ?? {})) {
        const field = find(key, name);
        if (!field || field.disabled || field.value === value) continue;
        field.value = value;
        tell(field);
      }
    },

    // Input made while or just before the connection was lost has not been sent.
    tellAgain(lostAt) {
      for (const marker of document.querySelectorAll("[data-draft]")) {
        fieldsOf(marker.dataset.draft).filter(field => typedAt.get(field) > lostAt - 5000).forEach(tell);
      }
    },
  };

  // Leaving with unsaved input asks for confirmation; a reload by the page itself restores it.
  const isTyped = marker => sessionStorage.getItem(address(marker.dataset.draft)) !== null;
  window.addEventListener("beforeunload", event => {
    if (!window.drafts.isReloading && [...document.querySelectorAll("form [data-draft]")].some(isTyped)) event.preventDefault();
  });

  document.addEventListener("submit", event => {
    if (event.target.id === "sign-out") all().forEach(name => sessionStorage.removeItem(name));
  });
})();
