// A button that copies what stands in a field; without scripts the reader selects it. Where the browser does not let
// us, the text is selected and the reader copies it.
export default function (buttons) {
  for (const button of buttons) {
    const field = document.getElementById(button.dataset.copy);
    if (!field) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      field.select();
      try {
        await navigator.clipboard.writeText(field.value);
        button.textContent = button.dataset.done;
      } catch {
        field.focus();
      }
    });
  }
}
