// A second press while the first is on its way does nothing. The fields stay as they are, and the form wakes up
// when the reader comes back to it or the network has given no answer for a while.
const PATIENCE_MS = 15_000;

export default function (forms) {
  for (const form of forms) {
    form.addEventListener("submit", (event) => {
      if (event.defaultPrevented) return;
      if (form.dataset.sending) return event.preventDefault();
      form.dataset.sending = "yes";
      // After this turn of the loop: a disabled button would not send its own name and value.
      setTimeout(() => mark(form, true));
      setTimeout(() => wake(form), PATIENCE_MS);
    });
  }
  addEventListener("pageshow", () => forms.forEach(wake));
}

function wake(form) {
  delete form.dataset.sending;
  mark(form, false);
}

function mark(form, sending) {
  for (const button of form.querySelectorAll("button:not([type=button])")) {
    if (sending) button.setAttribute("aria-disabled", "true");
    else button.removeAttribute("aria-disabled");
  }
}
