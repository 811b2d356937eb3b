// "Show" beside a password. The button stays hidden without scripts.
export default function (buttons) {
  for (const button of buttons) {
    const input = document.getElementById(button.getAttribute("aria-controls"));
    button.hidden = false;
    button.addEventListener("click", () => show(input, button, input.type === "password"));
    // A browser should remember a password, not a visible line of text.
    input.form?.addEventListener("submit", () => show(input, button, false));
  }
}

function show(input, button, visible) {
  input.type = visible ? "text" : "password";
  button.setAttribute("aria-label", visible ? button.dataset.hideName : button.dataset.showName);
  button.textContent = visible ? button.dataset.hide : button.dataset.show;
}
