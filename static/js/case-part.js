// Saves a part of a case while it is written, after every pause. When somebody else has saved meanwhile, it stops: the
// button of the form then says so and keeps what is typed.
const PAUSE_MS = 1_500;
const RETRY_MS = 15_000;

export default function ([form]) {
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

function typed(form) {
  const all = [...new FormData(form)].filter(([name]) => !["csrf", "form_id", "revision"].includes(name));
  return new URLSearchParams(all).toString();
}

// Without the form's own id: that one belongs to the press on a button.
function send(form, text) {
  const { csrf, revision } = form.elements;
  const body = new URLSearchParams(text);
  body.set("csrf", csrf.value);
  body.set("revision", revision.value);
  body.set("script", "yes");
  return fetch(form.dataset.casePart, { method: "POST", body, redirect: "manual", headers: { accept: "application/json" } });
}
