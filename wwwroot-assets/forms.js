// Fields in the page's language, which need not be the browser's, and the first wrong one in sight.
(() => {
  "use strict";
  const words = document.currentScript.dataset;
  const day = text => new Date(text).toLocaleDateString(document.documentElement.lang, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

  function sentence({ validity, type, min, max }) {
    if (validity.valueMissing) return words.missing;
    if (validity.badInput) return words.unreadable;
    if (type === "date" && validity.rangeUnderflow) return words.notBefore.replace("{0}", day(min));
    if (type === "date" && validity.rangeOverflow) return words.notAfter.replace("{0}", day(max));
    return "";
  }

  // A sentence of ours makes the field invalid until it is taken back, so every new attempt begins without.
  const attempt = form => [...form.elements].forEach(field => field.setCustomValidity?.(""));
  document.addEventListener("click", event => {
    const button = event.target.closest?.("[type=submit]");
    if (button?.form) attempt(button.form);
  }, { capture: true });
  document.addEventListener("invalid", event => event.target.setCustomValidity(sentence(event.target)), { capture: true });

  // What the server refuses is marked a moment later, perhaps above what is in sight. Whoever types on by then is left where they are.
  let waiting;
  document.addEventListener("input", event => {
    event.target.setCustomValidity?.("");
    waiting?.disconnect();
  }, { capture: true });
  document.addEventListener("submit", ({ target: form }) => {
    waiting?.disconnect();
    waiting = new MutationObserver(() => {
      const wrong = form.querySelector("[aria-invalid=true]");
      if (!wrong) return;
      waiting.disconnect();
      wrong.focus();
    });
    waiting.observe(form, { subtree: true, childList: true, attributeFilter: ["aria-invalid"] });
  }, { capture: true });
})();
