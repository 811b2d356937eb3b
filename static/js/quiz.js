// Saves every change of a quiz at once. What could not be sent waits in this browser, in order, and goes out when
// the connection is back, also after the page was closed. Without this file the form's own buttons save everything.
import showBox from "./quiz-held.js";
import flags from "./quiz-flags.js";
import { addressOf, isOpen, mark } from "./quiz-map.js";
import watch from "./quiz-typing.js";
import places from "./places.js";
import clock from "./clock.js";
import { Queue } from "./quiz-queue.js";
import { holds, settle } from "./quiz-window.js";
import { claim, isRefusal, send } from "./quiz-wire.js";
import { asServed, fieldsOf, fill, inWords, isAnswered, labelOf, sameAnswer, spoken } from "./quiz-fields.js";

const RETRY_MS = 4000;
// The server has heard of the end of the time by then too.
const MARGIN_MS = 500;

export default function (forms) {
  for (const form of forms) new Quiz(form);
}

class Quiz {
  constructor(form) {
    this.form = form;
    this.attempt = form.dataset.attempt;
    this.sequence = form.elements.namedItem("sequence");
    this.sets = [...form.querySelectorAll("[data-question]")];
    this.takenUntil = performance.now() + Number(form.dataset.taken ?? 0) * 1000;
    this.sending = null;
    this.away = false;
    this.over = false;
    for (const set of this.sets) set.dataset.said = JSON.stringify(asServed(set));
    this.part("[data-take-over]").addEventListener("click", () => this.takeOver());
    form.addEventListener("submit", (event) => this.submit(event), { capture: true });
    const map = form.querySelector("[data-quiz-map]");
    if (map) map.open = matchMedia("(min-width: 60rem)").matches;
    flags(form);
    this.ready = this.begin();
    form.querySelectorAll("[data-clock]").forEach((element) => clock(element, () => this.timeUp()));
  }

  async begin() {
    this.holder = await settle(this.attempt);
    this.queue = new Queue(this.attempt, this.holder);
    await this.queue.gather();
    for (const entry of [...this.queue.entries]) {
      if (!isOpen(this.form, entry.question)) this.queue.drop(entry);
      else if (!this.setOf(entry.question)) mark(this.form, entry.question, entry.fields.some(([, value]) => value !== ""));
    }
    // What was answered while this file was still on its way is newer than what waits from an earlier visit.
    const early = this.sets.filter((set) => spoken(set) !== set.dataset.said);
    for (const entry of this.queue.entries) if (!early.some((set) => set.dataset.question === entry.question)) this.refill(entry);
    this.sets.forEach((set) => watch(set, () => this.say("unsaved"), () => this.changed(set)));
    places(this.form);
    this.claimed = this.claim(false);
    for (const entry of this.queue.entries) this.showHeld(entry);
    this.started = true;
    early.forEach((set) => this.changed(set));
    addEventListener("online", () => this.flush());
    addEventListener("pagehide", () => this.collect());
    // Its name may be another window's by now.
    addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
    addEventListener("beforeunload", (event) => {
      if (this.queue.next() && navigator.onLine && !this.over && !this.leaving) event.preventDefault();
    });
    this.flush();
  }

  changed(set, again = false) {
    const said = spoken(set);
    if (said === set.dataset.said && !again) return;
    set.dataset.said = said;
    const base = Number(this.sequence.value);
    this.queue.put({ question: set.dataset.question, fields: fieldsOf(set), shown: inWords(set), label: labelOf(set), base });
    set.querySelector("[data-dispute]")?.remove();
    this.part("[data-quiz-held]").hidden = true;
    this.marks(set);
    this.flush();
  }

  // What was typed and is still waiting for a pause.
  collect() {
    this.sets.forEach((set) => this.changed(set));
  }

  flush() {
    this.sending ??= this.send().finally(() => {
      this.sending = null;
      this.depart();
    });
    return this.sending;
  }

  async send() {
    await this.claimed;
    for (let entry; !this.away && !this.over && (entry = this.queue.next());) {
      this.say("saving");
      // Kept with the entry: the same answer sent again must carry the same number.
      entry.tried = true;
      this.queue.keep();
      const reply = await send(this.form, this.holder, entry);
      if (!reply) return this.wait();
      if (!this.heard(entry, reply)) return;
    }
  }

  // One window answers an attempt. The second is told, keeps what is answered in it, and can take over.
  async claim(take) {
    const reply = await claim(this.form, this.holder, take);
    // Without a connection nobody can be asked; every answer asks again.
    if (!reply) return;
    this.setAway(reply.code === "attempt-elsewhere");
    if (reply.status === 200) holds(this.attempt, this.holder);
  }

  async takeOver() {
    await this.claim(true);
    if (this.away) return;
    await this.flush();
    if (this.queue.entries.length === 0) location.reload();
  }

  setAway(away) {
    this.away = away;
    this.part("[data-quiz-elsewhere]").hidden = !away;
    if (away && this.queue.next()) this.say("unsaved");
  }

  // What came too late stays on the page to be read, and in this browser until the trainee has read it beside the
  // result; nothing of it can be taken.
  tooLate() {
    this.over = true;
    const line = this.part("[data-quiz-late]");
    line.hidden = false;
    line.scrollIntoView({ block: "center" });
    this.say("unsaved");
  }

  // Returns whether the next entry may go.
  heard(entry, reply) {
    const { status, code } = reply;
    if (status === 200 && reply.sequence) {
      this.saved(entry, reply);
      return true;
    }
    if (code === "conflict") {
      this.meanwhile(entry, reply);
      return true;
    }
    if (code === "deadline-passed" || code === "attempt-closed") {
      this.tooLate();
      return false;
    }
    if (code === "attempt-elsewhere") {
      this.setAway(true);
      return false;
    }
    if (code === "question-locked") {
      this.queue.drop(entry);
      location.reload();
      return false;
    }
    if (status === 401 || status === 403 || status === 200) {
      this.part("[data-quiz-signed-out]").hidden = false;
      this.say("unsaved");
      return false;
    }
    if (isRefusal(status)) {
      this.refuse(entry, reply);
      return true;
    }
    this.wait();
    return false;
  }

  saved(entry, reply) {
    const known = Number(this.sequence.value);
    this.sequence.value = Math.max(known, reply.sequence);
    this.queue.drop(entry);
    this.queue.advance(entry.base, reply.sequence);
    const set = this.setOf(entry.question);
    // It had arrived at an earlier visit, and the page that came since knows what was answered after it.
    const overtaken = reply.sequence <= known && this.queue.of(entry.question).length === 0;
    if (overtaken && set && sameAnswer(fieldsOf(set), entry.fields)) this.refill({ question: entry.question, fields: asServed(set) });
    this.settled(reply.saved_at);
  }

  settled(time) {
    this.part("[data-quiz-unreachable]").hidden = true;
    if (!this.queue.next()) this.say(this.queue.entries.length === 0 ? "saved" : "unsaved", time);
  }

  // One timer, however often it failed.
  wait() {
    this.say("offline");
    this.retry ??= setTimeout(() => {
      this.retry = undefined;
      this.flush();
    }, RETRY_MS);
  }

  // An answer given elsewhere shows here too, unless it was changed here as well.
  meanwhile(entry, reply) {
    this.collect();
    const { base } = entry;
    this.sequence.value = reply.sequence;
    entry.tried = false;
    const changes = reply.changes ?? [];
    for (const mine of this.queue.entries.filter((other) => other.base === base && !other.tried)) {
      const theirs = changes.find((change) => String(change.question) === mine.question);
      if (!theirs) mine.base = reply.sequence;
      else if (sameAnswer(theirs.fields, mine.fields) || this.queue.of(mine.question).at(-1) !== mine) this.queue.drop(mine);
      else this.dispute(mine, theirs.words);
    }
    this.queue.keep();
    for (const change of changes) if (this.queue.of(change.question).length === 0) this.refill(change);
    this.settled();
  }

  // Both answers stand on the page, and this one stays in the browser, until the trainee chooses.
  dispute(entry, theirs) {
    entry.disputed = true;
    entry.theirs = theirs;
    this.showHeld(entry);
    this.say("unsaved");
  }

  // What the server does not take stays as it was typed, with the reason.
  refuse(entry, reply) {
    entry.refused = reply.code === "invalid" ? "unfit" : reply.status === 413 ? "large" : "other";
    entry.reason = reply.reason;
    this.queue.keep();
    this.showHeld(entry);
    this.say("unsaved");
  }

  // What a person has to settle, beside its question.
  showHeld(entry) {
    const set = this.setOf(entry.question);
    if (!set || !(entry.disputed || entry.refused)) return;
    showBox(this.form, set, entry, { keep: () => this.changed(set, true), take: () => this.takeTheirs(entry) });
  }

  takeTheirs(entry) {
    this.queue.drop(entry);
    this.flush().then(() => location.reload());
  }

  async submit(event) {
    if (this.started) this.collect();
    const button = event.submitter;
    if (this.started && !this.away && !this.held(button) && !this.queue.next() && !this.sending) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    await this.ready;
    const held = this.held(button);
    if (this.away) this.part("[data-quiz-elsewhere]").scrollIntoView({ block: "center" });
    else if (held) this.hold(held);
    else {
      await this.flush();
      if (!this.queue.next() || this.held(button)) this.form.requestSubmit(button);
      else this.part("[data-quiz-unreachable]").hidden = !this.retry;
    }
  }

  // Nothing is handed in over the head of an answer that nobody chose, and no page sent that has one.
  held(button) {
    return this.queue.held((entry) => button?.value === "submission" || this.setOf(entry.question));
  }

  hold(entry) {
    const set = this.setOf(entry.question);
    if (!set) return location.assign(addressOf(this.form, entry.question));
    this.part("[data-quiz-held]").hidden = false;
    set.querySelector("[data-dispute]").scrollIntoView({ block: "center" });
  }

  marks(set) {
    mark(this.form, set.dataset.question, isAnswered(set));
  }

  // The time is up: what was typed is saved, and what is on its way is given until the end of the grace.
  async timeUp() {
    await this.ready;
    this.collect();
    this.flush();
    const left = Math.max(0, this.takenUntil - performance.now());
    if (left > 0) this.part("[data-quiz-grace]").hidden = false;
    setTimeout(() => {
      this.leaving = true;
      this.collect();
      this.flush();
    }, left + MARGIN_MS);
  }

  // To the result, once everything was sent or will never be. Without a connection there is nothing to go to.
  depart() {
    if (this.leaving && !this.over && !this.retry) location.assign(this.form.dataset.result);
  }

  say(state, time) {
    for (const line of this.form.querySelectorAll("[data-save-state] [data-state]")) line.hidden = line.dataset.state !== state;
    if (time) this.part("[data-save-state] [data-time]").textContent = time;
  }

  refill(entry) {
    const set = this.setOf(entry.question);
    if (!set) return;
    fill(set, entry.fields);
    set.dataset.said = spoken(set);
    this.marks(set);
  }

  setOf(question) {
    return this.sets.find((set) => set.dataset.question === String(question));
  }

  part(selector) {
    return this.form.querySelector(selector);
  }
}
