// What a roll call keeps on this device: ids of rows and what was tapped, no names, under a key of the session and the
// person who is signed in. The moment of a tap is kept to be read, nothing is decided by it: this clock may be wrong.
export const SHEETS = "birge-sheets";
const OWNER = "birge-sheets-owner";

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

// The keys of every roll call that waits on this device.
export function waiting() {
  try {
    return Object.keys(localStorage).filter((key) => /^roll-\d+-\d+$/.test(key));
  } catch {
    return [];
  }
}

// Sheets that somebody else opened on this device are not left to the next person.
export async function own(key) {
  const person = key.split("-").pop();
  try {
    if (localStorage.getItem(OWNER) === person) return;
    localStorage.setItem(OWNER, person);
    const sheets = await caches.open(SHEETS);
    for (const request of await sheets.keys()) {
      if (new URL(request.url).pathname !== location.pathname) await sheets.delete(request);
    }
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
