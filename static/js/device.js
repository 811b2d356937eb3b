// Signing out takes the sheets and their marks off this device. What was not sent is asked about first.
import { clear, waiting } from "./roll-keep.js";

export default function (forms) {
  for (const form of forms) {
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
