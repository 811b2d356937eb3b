// Keeps opened sheets on the device: the page of a session and what it is drawn with. Pages come from the network while there
// is one; without it the page as it was last seen. Assets never change under their name. SHEETS {needed} stands above.
const PAGES = "birge-sheets";
const ASSETS = "birge-sheet-assets";
const isSheet = (path) => /^\/sessions\/\d+$/.test(path);

addEventListener("install", (event) => {
  event.waitUntil(caches.open(ASSETS).then((cache) => cache.addAll(SHEETS.needed)).then(() => skipWaiting()));
});

addEventListener("activate", (event) => {
  event.waitUntil(tidy().then(() => clients.claim()));
});

// The page that was there before the worker: it asks to be kept.
addEventListener("message", (event) => {
  const path = event.data?.keep;
  if (typeof path === "string" && isSheet(path)) event.waitUntil(keepPage(path));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (pathname.startsWith("/assets/")) event.respondWith(asset(request));
  else if (request.mode === "navigate" && isSheet(pathname)) event.respondWith(sheet(request, pathname));
});

async function sheet(request, path) {
  try {
    const answer = await fetch(request);
    await put(path, answer);
    return answer;
  } catch (error) {
    const kept = await (await caches.open(PAGES)).match(path, { ignoreVary: true });
    if (kept) return kept;
    throw error;
  }
}

async function keepPage(path) {
  try {
    await put(path, await fetch(path, { credentials: "same-origin", redirect: "manual", cache: "no-store" }));
  } catch {
    // Kept with the next visit.
  }
}

// Only a sheet itself is kept, not the sign-in or an error in its place.
async function put(path, answer) {
  if (answer.status !== 200 || answer.redirected || answer.type !== "basic") return;
  await (await caches.open(PAGES)).put(path, answer.clone());
}

async function asset(request) {
  const cache = await caches.open(ASSETS);
  const kept = await cache.match(request.url, { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request.url, answer.clone());
  return answer;
}

// Assets of an earlier version belong to pages that are gone; those of kept pages stay with them until they are seen anew.
async function tidy() {
  const cache = await caches.open(ASSETS);
  const needed = new Set(SHEETS.needed.map((name) => new URL(name, location.origin).href));
  const old = (await cache.keys()).filter((request) => !needed.has(request.url));
  const pages = await (await caches.open(PAGES)).keys();
  if (pages.length === 0) await Promise.all(old.map((request) => cache.delete(request)));
}
