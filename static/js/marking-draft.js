// Keeps marks on the server while they are typed, and the work claimed while somebody looks at it. When the same
// grader has saved others elsewhere, or the work went to somebody else, it stops: the button of the form then says
// what happened and shows both.
const PAUSE_MS = 1_500;
const RETRY_MS = 15_000;

export default function ([form]) {
  const state = form.querySelector("[data-save-state]");
  let timer;
  let sending = false;
  let stopped = false;
  let saved = text(form);

  const show = (name) => {
    for (const line of state.querySelectorAll("[data-state]")) line.hidden = line.dataset.state !== name;
  };
  const later = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  };

  async function save() {
    const now = text(form);
    if (stopped || sending || form.dataset.sending || now === saved) return;
    sending = true;
    show("saving");
    try {
      const answer = await post(form.dataset.draft, form, new URLSearchParams(now));
      if (answer.status === 200) settle(now, await answer.json());
      else {
        stopped = answer.status === 409;
        show("unsaved");
        if (stopped) await tell(answer);
      }
    } catch {
      show("offline");
      later(RETRY_MS);
    }
    sending = false;
  }

  // The rubric is another one by now: what fits was kept, and the page says so when it is loaded again.
  async function tell(answer) {
    if (!answer.headers.get("content-type")?.startsWith("application/json")) return;
    const said = await answer.json();
    if (said.code === "rubric-changed") form.querySelector("[data-rubric-changed]").hidden = false;
  }

  function settle(sent, said) {
    form.elements.revision.value = said.revision;
    saved = sent;
    state.querySelector("[data-time]").textContent = said.saved_at;
    if (text(form) === sent) {
      form.dataset.changed = "";
      show("saved");
    } else later(PAUSE_MS);
  }

  form.addEventListener("input", () => {
    if (!stopped) show("unsaved");
    later(PAUSE_MS);
  });
  addEventListener("online", save);
  addEventListener("visibilitychange", () => { if (document.hidden) save(); else claim(form); });
  if (!document.hidden) claim(form);
}

// Everything said about the work, as it would be sent.
function text(form) {
  const said = [...new FormData(form)].filter(([name]) => /^(points\.|remarks\.|remark$|advice$)/.test(name));
  return new URLSearchParams(said).toString();
}

// Without the form's own id: that one belongs to the press on a button.
function post(url, form, body) {
  const { csrf, revision, rubric } = form.elements;
  body.set("csrf", csrf.value);
  body.set("revision", revision.value);
  body.set("rubric", rubric.value);
  body.set("script", "yes");
  return fetch(url, { method: "POST", body, redirect: "manual", headers: { accept: "application/json" } });
}

// Whoever has the page before the eyes is at work; what is refused is said when something is saved.
function claim(form) {
  if (form.dataset.claim) post(form.dataset.claim, form, new URLSearchParams()).catch(() => {});
}
