// Keeps opened sheets on the device: the page of a session and what it is drawn with. Pages come from the network while there
// is one that answers in time; without it the page as it was last seen, for a week at most. What has no room to be kept is
// shown all the same. Assets never change under their name. SHEETS {needed} stands above.
const PAGES = "birge-sheets";
const ASSETS = "birge-sheet-assets";
const SLOW_MS = 5_000;
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
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
  if (pathname.startsWith("/assets/")) event.respondWith(asset(event));
  else if (request.mode === "navigate" && isSheet(pathname)) event.respondWith(sheet(event, pathname));
});

async function sheet(event, path) {
  const fresh = fetch(event.request);
  // Kept also when it comes after the kept one was shown.
  event.waitUntil(fresh.then((answer) => put(path, answer.clone())).catch(() => {}));
  const kept = await keptPage(path);
  if (!kept) return fresh;
  const slow = new Promise((resolve) => setTimeout(resolve, SLOW_MS, kept));
  return Promise.race([fresh, slow]).catch(() => kept);
}

async function keptPage(path) {
  try {
    const kept = await caches.match(path, { cacheName: PAGES, ignoreVary: true });
    return kept && !isOld(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isOld(answer) {
  return Date.now() - Date.parse(answer.headers.get("date")) > WEEK_MS;
}

async function keepPage(path) {
  try {
    await put(path, await fetch(path, { credentials: "same-origin", redirect: "manual", cache: "no-store" }));
  } catch {
    // Kept with the next visit.
  }
}

// Only a sheet itself is kept, not the sign-in or an error in its place. Whoever may not see it any more has it no more.
async function put(path, answer) {
  if (answer.status === 403 || answer.status === 404) return remove((request) => new URL(request.url).pathname === path);
  if (answer.status !== 200 || answer.redirected || answer.type !== "basic") return;
  await (await caches.open(PAGES)).put(path, answer);
  await remove((request, kept) => isOld(kept));
}

// Takes pages off the device.
async function remove(unwanted) {
  if (!(await caches.has(PAGES))) return;
  const pages = await caches.open(PAGES);
  for (const request of await pages.keys()) {
    const kept = await pages.match(request, { ignoreVary: true });
    if (kept && unwanted(request, kept)) await pages.delete(request, { ignoreVary: true });
  }
}

async function asset(event) {
  const { request } = event;
  const kept = await caches.match(request.url, { cacheName: ASSETS, ignoreVary: true }).catch(() => null);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) {
    const copy = answer.clone();
    event.waitUntil(caches.open(ASSETS).then((cache) => cache.put(request.url, copy)).catch(() => {}));
  }
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
