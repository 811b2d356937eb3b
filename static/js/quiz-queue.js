// The answers of an attempt that are not on the server yet, oldest first. Each window keeps its own, so that none takes away
// another's; what a closed window left behind goes over to the next one.
//
// An entry: question, fields, shown (what was answered in words) and label (what was asked), at (when, by this
// computer), base (the last step that the page knew). Besides: tried (it was sent once), disputed with theirs (answered
// otherwise elsewhere), refused (why the server does not take it).
import { whenGone } from "./quiz-window.js";

export class Queue {
  constructor(attempt, name) {
    this.attempt = attempt;
    this.key = `${prefix(attempt)}${name}`;
    this.entries = entriesAt(this.key);
  }

  // The queue of this window with everything that closed windows left behind.
  async gather() {
    for (const key of keysOf(this.attempt).filter((key) => key !== this.key)) {
      await whenGone(key.slice(prefix(this.attempt).length), () => {
        const all = [...this.entries, ...entriesAt(key)].sort((one, other) => one.at - other.at);
        const later = (entry, place) => all.slice(place + 1).some((other) => other.question === entry.question);
        this.entries = all.filter((entry, place) => waits(entry) || !later(entry, place));
        this.keep();
        remove(key);
      });
    }
  }

  // The next entry to be sent.
  next() {
    return this.entries.find((entry) => !entry.disputed && !entry.refused);
  }

  // What a person has to settle before the attempt can be handed in.
  held(among) {
    return this.entries.find((entry) => (entry.disputed || entry.refused === "unfit" || entry.refused === "large") && among(entry));
  }

  // A change that was not sent yet gives way to a later one to the same question. One that was tried stays as it
  // was: the server may have it already, and knows it again only when nothing about it has changed.
  put(entry) {
    const stays = (other) => other.question !== entry.question || waits(other);
    this.entries = [...this.entries.filter(stays), { ...entry, at: Date.now() }];
    this.keep();
  }

  drop(entry) {
    this.entries = this.entries.filter((other) => other !== entry);
    this.keep();
  }

  // What was answered on a page that knew step `from` was answered knowing step `to`: nobody else came between.
  advance(from, to) {
    for (const entry of this.entries) if (entry.base === from && !entry.tried) entry.base = to;
    this.keep();
  }

  of(question) {
    return this.entries.filter((entry) => entry.question === String(question));
  }

  keep() {
    try {
      if (this.entries.length > 0) localStorage.setItem(this.key, JSON.stringify(this.entries));
      else localStorage.removeItem(this.key);
    } catch {
      // A browser that keeps nothing still sends everything while the page is open.
    }
  }
}

// Whether it may be on the server already, without this browser having heard so.
function waits(entry) {
  return entry.tried && !entry.disputed && !entry.refused;
}

// Everything that any window of this browser did not get to the server, with where it is kept.
export function leftBehind(attempt) {
  return keysOf(attempt).map((key) => ({ key, entries: entriesAt(key) }));
}

// Keeps what is left of a queue.
export function keepAt(key, entries) {
  if (entries.length === 0) return remove(key);
  try {
    localStorage.setItem(key, JSON.stringify(entries));
  } catch {
    // It stays as it was.
  }
}

function keysOf(attempt) {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix(attempt)));
  } catch {
    return [];
  }
}

function entriesAt(key) {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? [];
  } catch {
    return [];
  }
}

function remove(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept either.
  }
}

function prefix(attempt) {
  return `birge-quiz-${attempt}:`;
}
