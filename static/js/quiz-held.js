// What stands beside a question while a person has to settle something about its answer: another answer was given elsewhere, or
// the server did not take this one.
export default function (form, set, entry, { keep, take }) {
  const words = form.querySelector(entry.disputed ? "[data-quiz-dispute]" : "[data-quiz-refusal]");
  const box = words.content.cloneNode(true).firstElementChild;
  if (entry.disputed) {
    const line = box.querySelector("[data-theirs]");
    line.textContent = entry.theirs || line.dataset.nothing;
    box.querySelector("[data-keep-mine]").addEventListener("click", keep);
    box.querySelector("[data-take-theirs]").addEventListener("click", take);
  } else {
    for (const line of box.querySelectorAll("[data-reason]")) line.hidden = line.dataset.reason !== entry.refused;
    box.querySelector("[data-detail]").textContent = entry.reason ?? "";
  }
  set.querySelector("[data-dispute]")?.remove();
  set.querySelector("legend").after(box);
}
