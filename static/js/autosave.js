// Saves a form after every pause, with the revision it was read by. `typed(form)` is what would be saved, as text;
// `send(form, text)` sends it; `refused(answer)` is told of a 409. After one it stops: the button of the form then says
// what happened and keeps what is typed.
const PAUSE_MS = 1_500;
const RETRY_MS = 15_000;

export function autosave(form, { typed, send, refused = async () => {} }) {
  const state = form.querySelector("[data-save-state]");
  let timer;
  let sending = false;
  let stopped = false;
  let saved = typed(form);

  const show = (name) => {
    for (const line of state.querySelectorAll("[data-state]")) line.hidden = line.dataset.state !== name;
  };
  const later = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  };

  async function save() {
    const now = typed(form);
    if (stopped || sending || form.dataset.sending || now === saved) return;
    sending = true;
    show("saving");
    try {
      const answer = await send(form, now);
      if (answer.status === 200) settle(now, await answer.json());
      else {
        stopped = answer.status === 409;
        show("unsaved");
        if (stopped) await refused(answer);
      }
    } catch {
      show("offline");
      later(RETRY_MS);
    }
    sending = false;
  }

  function settle(sent, said) {
    form.elements.revision.value = said.revision;
    saved = sent;
    state.querySelector("[data-time]").textContent = said.saved_at;
    if (typed(form) === sent) {
      form.dataset.changed = "";
      show("saved");
    } else later(PAUSE_MS);
  }

  form.addEventListener("input", () => {
    if (!stopped) show("unsaved");
    later(PAUSE_MS);
  });
  addEventListener("online", save);
  addEventListener("visibilitychange", () => { if (document.hidden) save(); });
}

// Sends text with fields of the form beside it, but without the form's own id: that one belongs to the press on a button.
export function post(url, form, text, fields) {
  const body = new URLSearchParams(text);
  for (const name of ["csrf", "revision", ...fields]) body.set(name, form.elements[name].value);
  body.set("script", "yes");
  return fetch(url, { method: "POST", body, redirect: "manual", headers: { accept: "application/json" } });
}
