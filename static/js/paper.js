// Entering a paper sheet by keyboard: a known key goes on by itself, to the minutes where they are asked for and to the
// next person otherwise; Enter and the arrows move between lines.
export default function (forms) {
  for (const form of forms) begin(form);
}

function begin(form) {
  const keys = [...form.querySelectorAll("[data-key]")];
  const minutes = [...form.querySelectorAll("[data-minutes]")];
  const column = (field) => (keys.includes(field) ? keys : minutes.includes(field) ? minutes : null);
  const go = (field) => {
    field?.focus();
    field?.select();
  };

  form.addEventListener("input", ({ target, isComposing }) => {
    const place = keys.indexOf(target);
    if (place < 0 || isComposing) return;
    // The newest letter replaces the one before: nobody has to delete.
    const typed = target.value.slice(-1).toLowerCase();
    target.value = typed;
    target.removeAttribute("aria-invalid");
    if (typed === "" || !form.dataset.known.includes(typed)) return;
    go(form.dataset.timed.includes(typed) ? minutes[place] : keys[place + 1]);
  });
  form.addEventListener("keydown", (event) => {
    const { target, key } = event;
    const fields = column(target);
    if (!fields || event.ctrlKey || event.altKey || event.metaKey) return;
    const place = fields.indexOf(target);
    const step = { ArrowDown: 1, ArrowUp: -1, Enter: 1 }[key];
    if (!step) return;
    event.preventDefault();
    // From the minutes one goes on with the next person, not with the next minutes.
    go(key === "Enter" ? keys[place + 1] : fields[place + step]);
  });
}
