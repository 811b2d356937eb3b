// Says at once that files are too large, before minutes of sending: a server that refuses what is far too large
// unread may cut the connection, and then the browser shows its own page instead of ours.
export default function (inputs) {
  for (const input of inputs) input.addEventListener("change", () => weigh(input));
}

// All files of a form go together.
function weigh(input) {
  const inputs = [...input.form.querySelectorAll("[data-most-bytes]")];
  for (const one of inputs) one.setCustomValidity("");
  const size = inputs.flatMap((one) => [...one.files]).reduce((sum, file) => sum + file.size, 0);
  input.setCustomValidity(size > Number(input.dataset.mostBytes) ? input.dataset.tooLarge : "");
  input.reportValidity();
}
