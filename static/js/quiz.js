// Saves every change of a quiz at once. What could not be sent waits in this browser, in order, and goes out when
// the connection is back, also after the page was closed. Without this file the form's own buttons save everything.
import places from "./places.js";
import clock from "./clock.js";

const RETRY_MS = 4000;
const TYPING_MS = 700;
// An essay is written in one go: each of its saved states is kept, so there need not be one for every breath.
const WRITING_MS = 4000;
// Who writes without a pause is saved nevertheless.
const LONGEST_MS = 15000;
const CONTROLS = "input, select, textarea";

export default function (forms) {
  for (const form of forms) new Quiz(form);
}

class Quiz {
  constructor(form) {
    this.form = form;
    this.key = `birge-quiz-${form.dataset.attempt}`;
    this.sequence = form.elements.namedItem("sequence");
    this.queue = this.kept();
    this.sending = null;
    const sets = [...form.querySelectorAll("[data-question]")];
    // What was answered while this file was still on its way is newer than what waits from an earlier visit.
    for (const set of sets) set.dataset.said = asServed(set);
    const early = sets.filter((set) => spoken(set) !== set.dataset.said);
    for (const entry of this.queue) if (!early.some((set) => set.dataset.question === entry.question)) this.refill(entry);
    sets.forEach((set) => this.watch(set));
    places(form);
    early.forEach((set) => this.changed(set));
    form.querySelectorAll("[data-clock]").forEach((element) => clock(element, () => this.leave(form.dataset.result)));
    const map = form.querySelector("[data-quiz-map]");
    if (map) map.open = matchMedia("(min-width: 60rem)").matches;
    form.addEventListener("submit", (event) => this.submit(event), { capture: true });
    addEventListener("online", () => this.flush());
    addEventListener("beforeunload", (event) => { if (this.queue.length > 0 && navigator.onLine) event.preventDefault(); });
    this.flush();
  }

  watch(set) {
    let typing;
    let since;
    const save = () => {
      clearTimeout(typing);
      since = undefined;
      this.changed(set);
    };
    set.addEventListener("input", (event) => {
      if (!event.target.matches("input[type=text], textarea")) return;
      this.say("unsaved");
      since ??= Date.now();
      clearTimeout(typing);
      const pause = event.target.matches("textarea") ? WRITING_MS : TYPING_MS;
      typing = setTimeout(save, Math.min(pause, Math.max(0, since + LONGEST_MS - Date.now())));
    });
    set.addEventListener("change", save);
    // Whoever turns to another window or closes this one keeps what was typed last.
    addEventListener("visibilitychange", () => { if (document.hidden) save(); });
  }

  // A change that was not sent yet gives way to a later one to the same question. One that was tried stays as it
  // was: the server may have it already, and knows it again only when nothing about it has changed.
  changed(set, again = false) {
    const entry = { question: set.dataset.question, fields: fieldsOf(set) };
    const said = spoken(set);
    if (said === set.dataset.said && !again) return;
    set.dataset.said = said;
    const stays = (other) => other.question !== entry.question || other.sequence !== undefined;
    this.queue = [...this.queue.filter(stays), entry];
    this.keep();
    set.querySelector("[data-dispute]")?.remove();
    this.mark(set);
    this.flush();
  }

  flush() {
    this.sending ??= this.send().finally(() => { this.sending = null; });
    return this.sending;
  }

  async send() {
    while (this.queue.length > 0) {
      const entry = this.queue[0];
      this.say("saving");
      // Kept with the entry: the same answer sent again must carry the same number.
      entry.sequence ??= this.sequence.value;
      this.keep();
      const reply = await this.post(entry);
      if (!reply) return this.wait();
      if (!this.heard(entry, reply)) return;
    }
  }

  async post(entry) {
    const body = new URLSearchParams(entry.fields);
    body.append("csrf", this.form.elements.namedItem("csrf").value);
    body.append("question", entry.question);
    body.append("sequence", entry.sequence);
    try {
      const response = await fetch(this.form.action, { method: "POST", body, headers: { accept: "application/json" } });
      const json = response.headers.get("content-type")?.includes("json");
      return { status: response.status, ...(json ? await response.json() : {}) };
    } catch {
      return null;
    }
  }

  // Returns whether the next entry may go.
  heard(entry, reply) {
    if (reply.status === 200 && reply.sequence) {
      this.sequence.value = Math.max(this.sequence.value, reply.sequence);
      this.done(entry);
      if (this.queue.length === 0) this.say("saved", reply.saved_at);
      return true;
    }
    if (reply.code === "conflict") {
      this.sequence.value = reply.sequence;
      delete entry.sequence;
      for (const change of reply.changes ?? []) this.meanwhile(change);
      return true;
    }
    if (reply.code === "deadline-passed" || reply.code === "attempt-closed") {
      this.queue = [];
      this.keep();
      this.leave(this.form.dataset.result);
      return false;
    }
    if (reply.code === "invalid" || reply.status === 404) {
      this.done(entry);
      this.refuse(entry);
      return true;
    }
    if (reply.status === 401 || reply.status === 403 || reply.status === 200) {
      this.form.querySelector("[data-quiz-signed-out]").hidden = false;
      this.say("unsaved");
      return false;
    }
    this.wait();
    return false;
  }

  done(entry) {
    this.queue = this.queue.filter((other) => other !== entry);
    this.keep();
  }

  wait() {
    this.say("offline");
    setTimeout(() => this.flush(), RETRY_MS);
  }

  // An answer given elsewhere shows here too, unless it was changed here as well.
  meanwhile(change) {
    const mine = this.queue.filter((entry) => entry.question === String(change.question));
    if (mine.length === 0) return this.refill(change);
    mine.forEach((entry) => this.done(entry));
    this.dispute(change.question, change.words);
  }

  // Both answers stand on the page until the trainee chooses.
  dispute(question, theirs) {
    const set = this.form.querySelector(`[data-question="${question}"]`);
    set.querySelector("[data-dispute]")?.remove();
    const box = this.form.querySelector("[data-quiz-dispute]").content.cloneNode(true).firstElementChild;
    const line = box.querySelector("[data-theirs]");
    line.textContent = theirs || line.dataset.nothing;
    box.querySelector("[data-keep-mine]").addEventListener("click", () => this.changed(set, true));
    box.querySelector("[data-take-theirs]").addEventListener("click", () => this.flush().then(() => location.reload()));
    set.querySelector("legend").after(box);
    this.say("unsaved");
  }

  refuse(entry) {
    const set = this.form.querySelector(`[data-question="${entry.question}"]`);
    const line = document.createElement("p");
    line.className = "notice stop";
    line.setAttribute("role", "alert");
    line.dataset.dispute = "";
    line.textContent = this.form.querySelector("[data-quiz-words]").dataset.unfit;
    set.querySelector("[data-dispute]")?.remove();
    set.querySelector("legend").after(line);
    this.say("unsaved");
  }

  submit(event) {
    if (this.queue.length === 0 && !this.sending) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const button = event.submitter;
    this.flush().then(() => { if (this.queue.length === 0) this.form.requestSubmit(button); });
  }

  leave(to) {
    this.flush().finally(() => { this.queue = []; location.assign(to); });
  }

  mark(set) {
    const answered = isAnswered(set);
    const item = this.form.querySelector(`[data-map="${set.id}"]`);
    item.classList.toggle("answered", answered);
    const words = this.form.querySelector("[data-quiz-words]").dataset.answered;
    item.querySelector("[data-map-state]").textContent = answered ? words : "";
    const sets = [...this.form.querySelectorAll("[data-question]")];
    this.form.querySelector("span[data-answered]").textContent = sets.filter(isAnswered).length;
  }

  say(state, time) {
    for (const line of this.form.querySelectorAll("[data-save-state] [data-state]")) line.hidden = line.dataset.state !== state;
    if (time) this.form.querySelector("[data-save-state] [data-time]").textContent = time;
  }

  refill(entry) {
    const set = this.form.querySelector(`[data-question="${entry.question}"]`);
    if (!set) return;
    const has = (name, value) => entry.fields.some((field) => field[0] === name && field[1] === value);
    for (const control of set.querySelectorAll(CONTROLS)) {
      if (control.matches("[type=radio], [type=checkbox]")) control.checked = has(control.name, control.value);
      else control.value = entry.fields.find((field) => field[0] === control.name)?.[1] ?? control.dataset.template ?? "";
      if (control.matches("textarea")) control.dispatchEvent(new Event("input"));
    }
    set.dataset.said = spoken(set);
    this.mark(set);
  }

  kept() {
    try {
      return JSON.parse(localStorage.getItem(this.key)) ?? [];
    } catch {
      return [];
    }
  }

  keep() {
    try {
      if (this.queue.length > 0) localStorage.setItem(this.key, JSON.stringify(this.queue));
      else localStorage.removeItem(this.key);
    } catch {
      // A browser that keeps nothing still sends everything while the page is open.
    }
  }
}

function controlsOf(set) {
  return [...set.querySelectorAll(CONTROLS)].filter((control) => control.type !== "radio" && control.type !== "checkbox" || control.checked);
}

function fieldsOf(set) {
  return controlsOf(set).map((control) => [control.name, control.value]);
}

function spoken(set) {
  return JSON.stringify(fieldsOf(set));
}

// The fields as the server sent them, whatever was done to them since.
function asServed(set) {
  const all = [...set.querySelectorAll(CONTROLS)];
  const value = (control) => control.options ? [...control.options].find((option) => option.defaultSelected)?.value ?? "" : control.defaultValue;
  const sent = all.filter((control) => control.type !== "radio" && control.type !== "checkbox" || control.defaultChecked);
  return JSON.stringify(sent.map((control) => [control.name, value(control)]));
}

function isAnswered(set) {
  return controlsOf(set).some((control) => !["", (control.dataset.template ?? "").trim()].includes(control.value.trim()));
}
