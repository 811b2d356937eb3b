// The roll call on a phone: the counters follow the taps. Marks that could not be sent wait on this device and go by
// themselves when there is a network; a worker keeps the page itself, so that it opens without one.
import { wake } from "./app.js";
import { overtaken, read, revision, tell } from "./roll-conflict.js";
import { ask, forget, keep, overtakenKey, stored } from "./roll-keep.js";

const RETRY_MS = 15_000;

export default function (forms) {
  for (const form of forms) begin(form);
}

function begin(form) {
  const key = form.dataset.rollCall;
  const rows = [...form.querySelectorAll(".roll-row")];
  // What was filled in for the trainer is not saved either: it waits with the rest when there is no connection.
  const isSaved = (row) => form.dataset.unsaved === undefined && row.dataset.suggested === undefined;
  const saved = new Map(rows.map((row) => [row, isSaved(row) ? JSON.stringify(read(row)) : ""]));
  const kept = stored(key);
  const changed = () => rows.filter((row) => saved.get(row) !== JSON.stringify(read(row)));
  const marks = () => Object.fromEntries(changed().map((row) => [revision(row).name, read(row)]));
  let sending = false;
  let timer;

  const draw = (pending) => {
    count(form, rows);
    show(form, pending ? "offline" : changed().length > 0 ? "unsaved" : null, changed().length);
  };
  const note = (pending) => {
    keep(key, marks(), pending);
    draw(pending);
  };
  const promised = () => !navigator.onLine || (stored(key)?.pending ?? false);
  const waits = () => form.isConnected && stored(key)?.pending;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => { if (waits()) send(true); }, RETRY_MS);
  };
  async function send(again) {
    if (sending) return;
    sending = true;
    const went = marks();
    show(form, "saving");
    const outcome = await post(form, again);
    sending = false;
    if (outcome === "offline") {
      note(true);
      later();
    } else if (outcome === "signed-out") {
      note(true);
      show(form, "signed-out");
    } else if (!(await settle(form, outcome, { key, went, now: marks(), again }))) {
      note(true);
      later();
    }
  }

  form.addEventListener("input", () => {
    note(promised());
    if (waits()) later();
  });
  form.querySelector("[name=preset]").addEventListener("click", (event) => {
    event.preventDefault();
    // Whoever has no place, or told that they will not come, is marked by hand.
    const called = rows.filter((row) => row.dataset.uncalled === undefined);
    called.filter((row) => !row.querySelector(":checked[name^=status-]")).forEach((row) => {
      row.querySelector("[name^=status-][value=present]").checked = true;
    });
    note(promised());
    if (waits()) later();
  });
  // Before the script that mutes a second press: it steps aside when this one has taken over.
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(waits());
  }, { capture: true });
  form.querySelector("[data-roll-send] button")?.addEventListener("click", () => send(true));
  addEventListener("online", () => { if (waits()) send(true); });
  // Another window of this sheet: what is tapped there is not lost here, nor the other way round.
  addEventListener("storage", (event) => {
    const there = event.key === key && form.isConnected ? stored(key) : null;
    if (!there) return;
    restore(rows, there);
    if (Object.keys(marks()).some((name) => !(name in there.marks))) keep(key, marks(), there.pending);
    if (!sending) draw(there.pending);
  });
  addEventListener("visibilitychange", () => { if (!document.hidden && waits()) send(true); });

  work(form);
  if (kept) overtaken(rows, kept, key);
  tell(form, rows, key);
  if (kept && restore(rows, kept)) {
    note(kept.pending);
    if (kept.pending) send(true);
  } else {
    note(false);
  }
}

// The worker that keeps this page on the device, and the page as it is now: the first visit went past the worker.
async function work(form) {
  if (!("serviceWorker" in navigator)) return;
  try {
    await navigator.serviceWorker.register(form.dataset.worker, { scope: form.dataset.workerScope });
    const { active } = await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) active.postMessage({ keep: location.pathname });
  } catch {
    // A browser or an address without workers: the sheet stays open in its window.
  }
}

// The kept page is older than what was saved just now: the worker takes it anew.
function keepPage(form) {
  const path = new URL(form.dataset.sheet, location.href).pathname;
  navigator.serviceWorker?.controller?.postMessage({ keep: path });
}

// Puts back what was not sent. A row that somebody saved since keeps the revision that was seen here, where it is to be sent
// by itself: the server tells of the conflict. Where it is not, it was told already.
function restore(rows, kept) {
  let any = false;
  for (const row of rows) {
    const marks = kept.marks?.[revision(row).name];
    if (!marks) continue;
    const seen = marks[revision(row).name];
    if (seen !== revision(row).value && !kept.pending) continue;
    for (const control of row.querySelectorAll("input, select")) {
      if (control.type === "radio") control.checked = marks[control.name] === control.value;
      else if (control.name in marks) control.value = marks[control.name];
    }
    any = true;
  }
  return any;
}

function count(form, rows) {
  const chosen = rows.map((row) => row.querySelector(":checked[name^=status-]")?.value).filter(Boolean);
  form.querySelector("[data-roll-marked]").textContent = chosen.length;
  for (const counter of form.querySelectorAll("[data-roll-count]")) {
    counter.textContent = chosen.filter((value) => value === counter.dataset.rollCount).length;
  }
}

// One line at a time: what a save is doing, or why the marks wait on this device and how many they are.
function show(form, state, number = 0) {
  for (const line of form.querySelectorAll("[data-save-state] [data-state]")) {
    line.hidden = line.dataset.state !== state || state === "offline";
  }
  for (const line of form.querySelectorAll("[data-roll-state]")) line.hidden = line.dataset.rollState !== state;
  form.querySelector("[data-roll-send]").hidden = state !== "offline";
  if (state !== "offline") return;
  const line = form.querySelector("[data-roll-state=offline]");
  const plural = new Intl.PluralRules(document.documentElement.lang).select(number);
  const text = { one: line.dataset.one, few: line.dataset.few }[plural] ?? line.dataset.other;
  line.textContent = text.replace("#", number);
}

// Sends the form: the page's answer, "offline" or "signed-out". A form that lay on the device asks for a fresh token first:
// its own may be of a sign-in that has ended.
async function post(form, again) {
  try {
    if (again && !(await renew(form))) return "signed-out";
    let answer = await sent(form);
    if (answer.status === 403 && !again) {
      if (!(await renew(form))) return "signed-out";
      answer = await sent(form);
    }
    if (answer.status === 401 || answer.status === 403) return "signed-out";
    return answer.status >= 500 || answer.status === 429 ? "offline" : answer;
  } catch {
    return "offline";
  }
}

function sent(form) {
  // Every sending is one of its own: what was saved already is nothing new to the server, and what was tapped after a lost
  // reply must not be taken for the form that did its work.
  form.elements.form_id.value = `${Date.now()}-${Math.random()}`;
  const body = new URLSearchParams(new FormData(form));
  return ask(form.action, { method: "POST", body });
}

// Takes the token of the page as the server has it now; false when somebody has to sign in first. Marks go only in the name
// of whoever made them, whoever has signed in on this device since.
async function renew(form) {
  const answer = await ask(form.dataset.sheet);
  if (answer.led || [401, 403, 404].includes(answer.status)) return false;
  if (!answer.ok) throw new Error("no sheet");
  const page = new DOMParser().parseFromString(answer.text, "text/html");
  if (page.querySelector("[data-sign-out]")?.dataset.person !== owner(form)) return false;
  const fresh = page.querySelector("main form [name=csrf]");
  if (!fresh) return true;
  form.elements.csrf.value = fresh.value;
  return true;
}

function owner(form) {
  return form.dataset.rollCall.split("-").pop();
}

// What became of the marks. A redirect leads to the sheet as it is saved; a page says what is wrong or in conflict. What
// was tapped while they were on their way stays, on top of what was saved just now.
async function settle(form, answer, { key, went, now, again }) {
  if (answer.led) return reload(form, { key, left: newer(went, now), top: again ? scrollY : 0 });
  const page = new DOMParser().parseFromString(answer.text, "text/html");
  const refused = page.querySelector("main [data-roll-call]");
  // A conflict is shown with both values, and what was marked here stays on the device until a save succeeds; the rest was
  // saved. A fault stands beside what was typed. Marks that cannot be saved at all stay until they are put away.
  if (answer.status === 409 && refused) {
    const rows = [...refused.querySelectorAll("[data-conflict]")].map((one) => revision(one.closest(".roll-row")).name);
    const part = (marks, wanted) => Object.fromEntries(Object.entries(marks).filter(([row]) => rows.includes(row) === wanted));
    keep(overtakenKey(key), part(now, true), false);
    keep(key, part(newer(went, now), false), false);
    keepPage(form);
  } else if (refused) {
    keep(key, now, false);
  }
  replace(answer.text, 0);
  return true;
}

// The sheet as it is saved; false when it does not come, or sign-in comes in its place: then the marks wait on.
async function reload(form, { key, left, top }) {
  try {
    const answer = await ask(form.dataset.sheet);
    if (!answer.ok) return false;
    keep(key, left, false);
    forget(overtakenKey(key));
    keepPage(form);
    replace(answer.text, top);
    return true;
  } catch {
    return false;
  }
}

function newer(went, now) {
  const left = Object.entries(now).filter(([row, marks]) => JSON.stringify(went[row]) !== JSON.stringify(marks));
  return Object.fromEntries(left.map(([row, marks]) => [row, row in went ? { ...marks, [row]: String(Number(marks[row]) + 1) } : marks]));
}

function replace(text, top) {
  const page = new DOMParser().parseFromString(text, "text/html");
  const main = page.querySelector("main");
  document.title = page.title;
  document.querySelector("main").replaceWith(main);
  wake(main);
  scrollTo(0, top);
}
