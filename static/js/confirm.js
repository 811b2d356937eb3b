// Asks once before what cannot be undone. Without scripts the button acts at once: where that would hurt,
// the form asks for a reason or a tick of its own.
export default function (buttons) {
  for (const button of buttons) {
    button.addEventListener("click", (event) => {
      event.preventDefault();
      if (button.form.reportValidity()) ask(button);
    });
  }
}

function ask(button) {
  const dialog = document.createElement("dialog");
  const question = text("p", button.dataset.confirm);
  question.id = "confirm-question";
  dialog.setAttribute("aria-labelledby", question.id);
  const actions = text("div", "");
  actions.className = "actions";
  const act = action(button.dataset.confirmLabel, "button stop", () => {
    dialog.close();
    send(button);
  });
  const keep = action(button.dataset.cancelLabel, "button secondary", () => dialog.close());
  actions.append(act, keep);
  dialog.append(question, actions);
  dialog.addEventListener("close", () => {
    dialog.remove();
    button.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  keep.focus();
}

// Submits with the button's name and value, and past this question.
function send(button) {
  const form = button.form;
  if (button.name) {
    const chosen = document.createElement("input");
    Object.assign(chosen, { type: "hidden", name: button.name, value: button.value });
    form.append(chosen);
  }
  form.requestSubmit();
}

function text(tag, content) {
  const element = document.createElement(tag);
  element.textContent = content;
  return element;
}

function action(label, className, onClick) {
  const button = text("button", label);
  button.type = "button";
  button.className = className;
  button.addEventListener("click", onClick);
  return button;
}
