// Loads a module only when its mark is on the page. Without this file every page still works.
const modules = [
  ["[data-password-toggle]", "./password.js"],
  ["[data-confirm]", "./confirm.js"],
  ["[data-counter]", "./counter.js"],
  ["[data-autosubmit]", "./autosubmit.js"],
  ["form[data-guard]", "./unsaved.js"],
  ["[data-filter]", "./filter.js"],
  ["form[method=post]", "./submit-once.js"],
  ["[data-error-summary]", "./errors.js"],
  ["[data-images=off] main img", "./images.js"],
  ["[data-print]", "./print.js"],
  ["details[name=masthead]", "./disclosure.js"],
];

for (const [mark, file] of modules) {
  const found = document.querySelectorAll(mark);
  if (found.length > 0) import(file).then((module) => module.default(found));
}
