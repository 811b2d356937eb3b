// Keeps a draft while it is written: on the server after every pause, in this browser while there is no
// connection. Two devices never overwrite each other: the server answers 409 and the page shows both texts.
const PAUSE_MS = 1_500;
const RETRY_MS = 15_000;

export default function ([area]) {
  const form = area.form;
  const state = document.querySelector("[data-save-state]");
  const conflict = document.querySelector("[data-conflict]");
  const key = `birge-draft:${area.dataset.autosave}`;
  let timer;
  let sending = false;
  let saved = area.defaultValue;
  let kept = chosen(form);
  // While both texts are on the page, only the writer decides: nothing is saved by itself.
  let stopped = !conflict.hidden;

  const show = (name) => {
    for (const line of state.querySelectorAll("[data-state]")) line.hidden = line.dataset.state !== name;
  };
  const keep = () => store(key, { text: area.value, revision: form.elements.revision.value });
  const later = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  };

  async function save() {
    if (stopped || sending || form.dataset.sending || (area.value === saved && chosen(form) === kept)) return;
    sending = true;
    show("saving");
    const [text, own] = [area.value, chosen(form)];
    try {
      const answer = await send(form, area.dataset.autosave, text, own);
      if (answer.status === 200) settle(text, own, await answer.json());
      else if (answer.status === 409) await dispute(answer);
      else show("unsaved");
    } catch {
      show("offline");
      later(RETRY_MS);
    }
    sending = false;
  }

  function settle(text, own, said) {
    form.elements.revision.value = said.revision;
    [saved, kept] = [text, own];
    state.querySelector("[data-time]").textContent = said.saved_at;
    if (area.value === text && chosen(form) === own) {
      forget(key);
      // Chosen files are not sent by themselves: leaving would lose the choice.
      if (![...form.querySelectorAll("[type=file]")].some((input) => input.files.length > 0)) form.dataset.changed = "";
      show("saved");
    } else later(PAUSE_MS);
  }

  async function dispute(answer) {
    show("unsaved");
    if (!answer.headers.get("content-type")?.startsWith("application/json")) return;
    const theirs = await answer.json();
    if (theirs.text === undefined) return;
    present(theirs.text, theirs.saved_at);
    form.elements.revision.value = theirs.revision;
    saved = theirs.text;
  }

  function present(text, at) {
    stopped = true;
    conflict.querySelector("textarea").value = text;
    conflict.querySelector("[data-theirs-at]").textContent = at;
    conflict.hidden = false;
    conflict.scrollIntoView({ block: "nearest" });
  }

  restore();
  area.addEventListener("input", () => {
    keep();
    show("unsaved");
    later(PAUSE_MS);
  });
  form.addEventListener("change", (event) => {
    if (!/^(own|present)\./.test(event.target.name)) return;
    show("unsaved");
    later(PAUSE_MS);
  });
  addEventListener("online", save);
  addEventListener("visibilitychange", () => { if (document.hidden) save(); });

  // What was typed before the tab was closed or the connection lost.
  function restore() {
    const kept = load(key);
    if (!kept || kept.text === area.value || stopped) return forget(key);
    if (kept.revision === form.elements.revision.value) {
      area.value = kept.text;
      area.dispatchEvent(new Event("input", { bubbles: true }));
    } else {
      const theirs = area.value;
      area.value = kept.text;
      form.dataset.changed = "yes";
      show("unsaved");
      present(theirs, "");
    }
  }
}

// Without the form's own id: that one belongs to the press on a button.
function send(form, url, text, own) {
  const { csrf, revision } = form.elements;
  const body = new URLSearchParams(own);
  for (const [name, value] of Object.entries({ csrf: csrf.value, revision: revision.value, text, script: "yes" })) body.set(name, value);
  return fetch(url, { method: "POST", body, redirect: "manual", headers: { accept: "application/json" } });
}

// How the writer judges the work and who had a part in it, as it would be sent.
function chosen(form) {
  return new URLSearchParams([...new FormData(form)].filter(([name]) => /^(own\.|own_rubric$|present\.)/.test(name))).toString();
}

function store(key, value) {
  try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* no room or not allowed: the server has it */ }
}

function load(key) {
  try { return JSON.parse(localStorage.getItem(key)); } catch { return null; }
}

function forget(key) {
  try { localStorage.removeItem(key); } catch { /* nothing was kept either */ }
}
