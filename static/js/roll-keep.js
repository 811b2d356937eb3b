// What a roll call keeps on this device: ids of rows and what was tapped or typed, a reason in words too, under a key of the
// session and the person who is signed in; no names. The opened pages with the names are kept by the worker until somebody
// else signs in, a week is over, or their owner signs out. The moment of a tap is kept to be read, nothing is decided by
// it: this clock may be wrong.
export const SHEETS = "birge-sheets";
const OWNER = "birge-sheets-owner";
const PATIENCE_MS = 20_000;

export function stored(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

// Keeps the marks, or forgets the key when there are none.
export function keep(key, marks, pending) {
  try {
    if (Object.keys(marks).length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ pending, marks, at: new Date().toISOString() }));
  } catch {
    // A browser that keeps nothing: the page itself still holds the marks.
  }
}

export function forget(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

// Under which key lie the marks that somebody else overtook.
export function overtakenKey(key) {
  return `${key}-conflict`;
}

// The keys of every roll call that waits on this device.
export function waiting() {
  try {
    return Object.keys(localStorage).filter((key) => /^roll-\d+-\d+(-conflict)?$/.test(key));
  } catch {
    return [];
  }
}

// Sheets that somebody else opened on this device are not left to the next person. Their marks stay under a key that only
// they read: what was not sent is never lost.
export async function own(person) {
  try {
    if (localStorage.getItem(OWNER) === person) return;
    const kept = await caches.has(SHEETS);
    if (kept) {
      const sheets = await caches.open(SHEETS);
      for (const request of await sheets.keys()) {
        if (new URL(request.url).pathname !== location.pathname) await sheets.delete(request, { ignoreVary: true });
      }
    }
    // Who never opens a sheet leaves nothing here.
    if (kept || document.querySelector("[data-roll-call], [data-roll-late]")) localStorage.setItem(OWNER, person);
  } catch {
    // Without a cache no page was kept.
  }
}

// Takes the sheets and the marks of everybody off this device.
export async function clear() {
  for (const key of [...waiting(), OWNER]) forget(key);
  try {
    await caches.delete(SHEETS);
  } catch {
    // Without a cache no page was kept.
  }
}

// An answer with all of its text, within a time: a network that says nothing is none.
export async function ask(url, options = {}) {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), PATIENCE_MS);
  try {
    const answer = await fetch(url, { ...options, redirect: "manual", signal: limit.signal });
    const { status, ok, type } = answer;
    return { status, ok, led: type === "opaqueredirect", text: await answer.text() };
  } finally {
    clearTimeout(timer);
  }
}
