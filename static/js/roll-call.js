// The roll call on a phone: the counters follow the taps, and marks that could not be sent wait in this browser
// until there is a connection. Only ids of rows and what was tapped are kept, no names.
import { wake } from "./app.js";

const RETRY_MS = 15_000;

export default function (forms) {
  for (const form of forms) begin(form);
}

function begin(form) {
  const rows = [...form.querySelectorAll(".roll-row")];
  // What was filled in for the trainer is not saved either: it waits with the rest when there is no connection.
  const isSaved = (row) => form.dataset.unsaved === undefined && row.dataset.suggested === undefined;
  const saved = new Map(rows.map((row) => [row, isSaved(row) ? JSON.stringify(read(row)) : ""]));
  const kept = stored(form);
  const changed = () => rows.filter((row) => saved.get(row) !== JSON.stringify(read(row)));

  const note = (pending) => {
    count(form, rows);
    keep(form, changed(), pending);
    show(form, pending ? "offline" : changed().length > 0 ? "unsaved" : null);
  };
  const send = () => post(form, () => {
    note(true);
    setTimeout(() => { if (stored(form)?.pending && form.isConnected) send(); }, RETRY_MS);
  });

  form.addEventListener("input", () => note(stored(form)?.pending ?? false));
  form.querySelector("[name=preset]").addEventListener("click", (event) => {
    event.preventDefault();
    rows.filter((row) => !row.querySelector(":checked[name^=status-]")).forEach((row) => {
      row.querySelector("[name^=status-][value=present]").checked = true;
    });
    note(false);
  });
  // Before the script that mutes a second press: it steps aside when this one has taken over.
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  }, { capture: true });
  addEventListener("online", () => { if (stored(form)?.pending && form.isConnected) send(); });

  if (kept && restore(rows, kept)) {
    note(kept.pending);
    if (kept.pending) send();
  } else {
    note(false);
  }
}

// What stands in the controls of a row, by their names.
function read(row) {
  const controls = [...row.querySelectorAll("input")];
  const values = controls.filter((input) => input.type !== "radio" || input.checked).map((input) => [input.name, input.value]);
  return Object.fromEntries(values);
}

function revision(row) {
  return row.querySelector("[name^=revision-]");
}

function stored(form) {
  try {
    return JSON.parse(localStorage.getItem(form.dataset.rollCall));
  } catch {
    return null;
  }
}

function keep(form, rows, pending) {
  const marks = Object.fromEntries(rows.map((row) => [revision(row).name, read(row)]));
  try {
    if (rows.length === 0) localStorage.removeItem(form.dataset.rollCall);
    else localStorage.setItem(form.dataset.rollCall, JSON.stringify({ pending, marks }));
  } catch {
    // A browser that keeps nothing: the page itself still holds the marks.
  }
}

// Puts back what was not sent, unless the row was saved since, by whomever.
function restore(rows, kept) {
  let any = false;
  for (const row of rows) {
    const seen = revision(row);
    const marks = kept.marks?.[seen.name];
    if (!marks || marks[seen.name] !== seen.value) continue;
    for (const input of row.querySelectorAll("input")) {
      if (input.type === "radio") input.checked = marks[input.name] === input.value;
      else if (input.name in marks) input.value = marks[input.name];
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

function show(form, state) {
  for (const line of form.querySelectorAll("[data-save-state] [data-state]")) line.hidden = line.dataset.state !== state;
}

async function post(form, failed) {
  show(form, "saving");
  let answer;
  try {
    answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "manual" });
  } catch {
    return failed();
  }
  // Saved, or the session is over and sign-in comes first. What is kept stays until the sheet comes back and
  // shows whether the rows were saved.
  if (answer.type === "opaqueredirect") return location.assign(form.dataset.sheet);
  if (answer.status >= 500 || answer.status === 429) return failed();
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const main = page.querySelector("main");
  if (answer.status === 409) localStorage.removeItem(form.dataset.rollCall);
  document.title = page.title;
  document.querySelector("main").replaceWith(main);
  wake(main);
  scrollTo(0, 0);
}
