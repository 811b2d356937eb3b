// What this device keeps belongs to whoever is signed in: the sheets of somebody else go with the first page, and signing
// out takes sheets and marks off it. What was not sent is asked about first.
import { clear, own, waiting } from "./roll-keep.js";

export default function (forms) {
  for (const form of forms) {
    if (form.dataset.person) own(form.dataset.person);
    form.addEventListener("submit", (event) => {
      if (form.dataset.cleared) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (waiting().length > 0 && !confirm(form.dataset.unsent)) return;
      form.dataset.cleared = "yes";
      clear().finally(() => form.submit());
    }, { capture: true });
  }
}
