// The list of the questions: which are answered, which are to be come back to, and how many of each.
export function mark(form, question, answered) {
  tell(form, question, "answered", answered);
}

export function flag(form, question, on) {
  tell(form, question, "flagged", on);
}

// Whether a question takes answers, be it on this page or another.
export function isOpen(form, question) {
  return form.querySelector(`[data-map="${question}"]:not([data-locked])`) !== null;
}

// Where a question stands that is not on this page.
export function addressOf(form, question) {
  return form.querySelector(`[data-map="${question}"]`).dataset.url;
}

function tell(form, question, state, on) {
  const item = form.querySelector(`[data-map="${question}"]`);
  item.classList.toggle(state, on);
  item.querySelector(`[data-state="${state}"]`).hidden = !on;
  const count = form.querySelectorAll(`[data-map].${state}`).length;
  form.querySelector(`[data-count="${state}"]`).textContent = count;
  const some = form.querySelector(`[data-some="${state}"]`);
  if (some) some.hidden = count === 0;
}
