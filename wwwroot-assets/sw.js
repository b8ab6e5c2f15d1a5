// Only handles opening or reloading a page while the server is unavailable. It caches no pages, so it never shows an
// outdated one; it shows a waiting page at the same address and reloads once the server responds.
"use strict";
const away = [502, 503, 504];
const page = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>TantraSmoke</title><style>
body { margin: 0; min-height: 100vh; display: grid; place-content: center; gap: 12px; padding: 24px; text-align: center; font: 1.125rem/1.5 system-ui, sans-serif; background: #f6f1ea; color: #2b241d; }
@media (prefers-color-scheme: dark) { body { background: #171310; color: #f3ebe1; } } h1 { margin: 0; font-size: 1.5rem; } p { margin: 0; }
</style></head><body><main role="status"><h1></h1><p></p></main><script>
const russian = navigator.language.startsWith("ru");
document.documentElement.lang = russian ? "ru" : "en";
document.querySelector("h1").textContent = russian ? "Сервер сейчас не отвечает" : "The server is not responding";
document.querySelector("p").textContent = russian ? "Страница откроется сама, как только он вернётся." : "This page opens by itself as soon as the server is back.";
setInterval(async () => {
  try { if ((await fetch("/health/live", { cache: "no-store" })).ok) location.reload(); } catch { /* not there yet */ }
}, 1000);
</script></body></html>`;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", event => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", event => {
  if (event.request.mode !== "navigate" || event.request.method !== "GET") return;
  const wait = () => new Response(page, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" } });
  event.respondWith(fetch(event.request).then(answer => (away.includes(answer.status) ? wait() : answer), wait));
});
