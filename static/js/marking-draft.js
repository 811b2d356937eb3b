// Keeps marks on the server while they are typed, and the work claimed while somebody looks at it. When the same
// grader has saved others elsewhere, or the work went to somebody else, it stops.
import { autosave, post } from "./autosave.js";

export default function ([form]) {
  // The rubric is another one by now: what fits was kept, and the page says so when it is loaded again.
  async function refused(answer) {
    if (!answer.headers.get("content-type")?.startsWith("application/json")) return;
    const said = await answer.json();
    if (said.code === "rubric-changed") form.querySelector("[data-rubric-changed]").hidden = false;
  }

  autosave(form, { typed, refused, send: (form, text) => post(form.dataset.draft, form, text, ["rubric"]) });
  addEventListener("visibilitychange", () => { if (!document.hidden) claim(form); });
  if (!document.hidden) claim(form);
}

// Everything said about the work, as it would be sent.
function typed(form) {
  const said = [...new FormData(form)].filter(([name]) => /^(points\.|remarks\.|remark$|advice$)/.test(name));
  return new URLSearchParams(said).toString();
}

// Whoever has the page before the eyes is at work; what is refused is said when something is saved.
function claim(form) {
  if (form.dataset.claim) post(form.dataset.claim, form, "", ["rubric"]).catch(() => {});
}
