// Which window of this browser answers an attempt. A name outlives its window: a reload and a tab that is opened again after it
// was closed go on under the old one. While a window lives its name is taken, so that a second one, be it a copy of
// the first, gets a name of its own.
const WAIT_MS = 800;
const ASK_MS = 300;

const mine = new Set();
const channel = "locks" in navigator || !("BroadcastChannel" in self) ? null : new BroadcastChannel("birge-quiz-windows");
channel?.addEventListener("message", ({ data }) => {
  if (mine.has(data.ask)) channel.postMessage({ lives: data.ask });
});

// A name for this window: the one it had before a reload, the one that answered last, or a new one.
export async function settle(attempt) {
  const before = [read(sessionStorage, windowKey(attempt)), read(localStorage, holderKey(attempt))];
  const known = before.filter((name, place) => name && before.indexOf(name) === place);
  let name;
  // A window that is just closing gives its name up in a moment: only the first is worth waiting for.
  for (const [place, one] of known.entries()) if (await take(one, place === 0)) { name = one; break; }
  if (!name) {
    name = crypto.getRandomValues(new Uint32Array(4)).join("-");
    await take(name, false);
  }
  write(sessionStorage, windowKey(attempt), name);
  return name;
}

// Notes which window answers, for whoever opens the attempt after all windows were closed.
export function holds(attempt, name) {
  write(localStorage, holderKey(attempt), name);
}

export function forget(attempt) {
  try {
    localStorage.removeItem(holderKey(attempt));
  } catch {
    // Nothing was kept either.
  }
}

// Does something for a window that no longer lives; while it lives, nothing.
export async function whenGone(name, act) {
  if (mine.has(name)) return;
  if ("locks" in navigator) await navigator.locks.request(lockOf(name), { ifAvailable: true }, (lock) => { if (lock) act(); });
  else if (!(await lives(name))) act();
}

function take(name, patient) {
  if (!("locks" in navigator)) {
    return lives(name).then((taken) => {
      if (!taken) mine.add(name);
      return !taken;
    });
  }
  return new Promise((settled) => {
    const patience = new AbortController();
    if (patient) setTimeout(() => patience.abort(), WAIT_MS);
    const options = patient ? { signal: patience.signal } : { ifAvailable: true };
    const held = navigator.locks.request(lockOf(name), options, (lock) => {
      if (!lock) return settled(false);
      mine.add(name);
      settled(true);
      return new Promise((leave) => addEventListener("pagehide", leave, { once: true }));
    });
    held.catch(() => settled(false));
  });
}

// Without locks the other windows are asked; without a way to ask there is none.
function lives(name) {
  if (!channel) return Promise.resolve(false);
  return new Promise((settled) => {
    const heard = ({ data }) => { if (data.lives === name) settled(true); };
    channel.addEventListener("message", heard);
    channel.postMessage({ ask: name });
    setTimeout(() => {
      channel.removeEventListener("message", heard);
      settled(false);
    }, ASK_MS);
  });
}

const lockOf = (name) => `birge-quiz-window-${name}`;
const windowKey = (attempt) => `birge-quiz-window-${attempt}`;
const holderKey = (attempt) => `birge-quiz-holder-${attempt}`;

function read(storage, key) {
  try {
    return storage.getItem(key);
  } catch {
    return null;
  }
}

function write(storage, key, value) {
  try {
    storage.setItem(key, value);
  } catch {
    // A browser that keeps nothing gives a window a new name each time.
  }
}
