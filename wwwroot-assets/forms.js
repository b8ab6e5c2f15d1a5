// Validation messages in the page's language, which may differ from the browser's, and scrolling to the first invalid
// field.
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

  // A custom validity keeps the field invalid until cleared, so every attempt clears it first.
  const attempt = form => [...form.elements].forEach(field => field.setCustomValidity?.(""));
  document.addEventListener("click", event => {
    const button = event.target.closest?.("[type=submit]");
    if (button?.form) attempt(button.form);
  }, { capture: true });
  document.addEventListener("invalid", event => event.target.setCustomValidity(sentence(event.target)), { capture: true });

  // The server's refusal marks a field a moment later, possibly outside the view. The focus is not moved if the user is
  // typing by then.
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
