// Saves a part of a case while it is written. When somebody else has saved meanwhile, it stops.
import { autosave, post } from "./autosave.js";

export default function ([form]) {
  autosave(form, { typed, send: (form, text) => post(form.dataset.casePart, form, text, []) });
}

function typed(form) {
  const all = [...new FormData(form)].filter(([name]) => !["csrf", "form_id", "revision"].includes(name));
  return new URLSearchParams(all).toString();
}
