// A button that prints; the browser's own command does the same without scripts.
export default function (buttons) {
  for (const button of buttons) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
}
