// The list of the questions above them: which are answered, and how many.
import { isAnswered } from "./quiz-fields.js";

export function mark(form, sets, set) {
  const answered = isAnswered(set);
  const item = form.querySelector(`[data-map="${set.id}"]`);
  item.classList.toggle("answered", answered);
  const words = form.querySelector("[data-quiz-words]").dataset.answered;
  item.querySelector("[data-map-state]").textContent = answered ? words : "";
  const checked = form.querySelectorAll("[data-checked-question]").length;
  form.querySelector("span[data-answered]").textContent = sets.filter(isAnswered).length + checked;
}
