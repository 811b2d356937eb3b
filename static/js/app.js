// Loads a module only when its mark is on the page. Without this file every page still works.
const modules = [
  ["[data-password-toggle]", "./password.js"],
  ["[data-confirm]", "./confirm.js"],
  ["[data-counter]", "./counter.js"],
  ["input[data-most-bytes]", "./file-size.js"],
  ["[data-autosubmit]", "./autosubmit.js"],
  ["form[data-guard]", "./unsaved.js"],
  ["form[data-quiz]", "./quiz.js"],
  ["[data-step-clock]", "./step-clock.js"],
  ["[data-quiz-unsent]", "./quiz-unsent.js"],
  ["form[data-question-editor]", "./question-editor.js"],
  ["textarea[data-autosave]", "./case-draft.js"],
  ["form[data-case-part]", "./case-part.js"],
  ["form[data-grading]", "./grading.js"],
  ["form[data-draft]", "./marking-draft.js"],
  ["[data-keys]", "./desk-keys.js"],
  ["[data-desk-path]", "./desk-path.js"],
  ["form[data-release]", "./release.js"],
  ["[data-comment]", "./passages.js"],
  ["form[data-marking]", "./marking.js"],
  ["[data-filter]", "./filter.js"],
  ["form[data-roll-call]", "./roll-call.js"],
  ["[data-roll-late], [data-roll-unsent]", "./roll-late.js"],
  ["form[data-paper]", "./paper.js"],
  ["form[data-sign-out]", "./device.js"],
  ["form[method=post]", "./submit-once.js"],
  ["[data-error-summary]", "./errors.js"],
  ["[data-images=off] main img", "./images.js"],
  ["[data-polled]", "./polled.js"],
  ["[data-print]", "./print.js"],
  ["[data-copy]", "./copy.js"],
  ["[data-lesson-place]", "./lesson-place.js"],
  ["details[name=masthead]", "./disclosure.js"],
  ["[data-live]", "./live.js"],
  ["[data-week]", "./week.js"],
];

let asleep = 0;

// A script that puts a new page into place wakes what is in it. Until all of it is awake the pointer says so over
// whatever needs it.
export function wake(part) {
  for (const [mark, file] of modules) {
    const found = part.querySelectorAll(mark);
    if (found.length === 0) continue;
    asleep += 1;
    import(file).then((module) => module.default(found)).finally(() => {
      asleep -= 1;
      tell();
    });
  }
  tell();
}

function tell() {
  document.documentElement.dataset.awake = asleep === 0 ? "yes" : "no";
}

wake(document);
