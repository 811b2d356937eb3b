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
  const style = button.classList.contains("stop") ? "button stop" : "button";
  const act = action(button.dataset.confirmLabel, style, () => {
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

// Submits as the button would, with its name, value and address, and past this question.
function send(button) {
  button.form.requestSubmit(button);
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
