// Warns before leaving a form with typed and unsent text. A module that saves drafts clears the mark:
// form.dataset.changed = "".
export default function (forms) {
  for (const form of forms) {
    form.addEventListener("input", () => { form.dataset.changed = "yes"; });
    form.addEventListener("submit", () => { form.dataset.changed = ""; });
  }
  addEventListener("beforeunload", (event) => {
    if ([...forms].some((form) => form.dataset.changed === "yes")) event.preventDefault();
  });
}
