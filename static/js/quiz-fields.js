// What stands in the fields of a question, and putting it there.
const CONTROLS = "input, select, textarea";
const LABEL_LENGTH = 200;

const ticks = (control) => control.type === "radio" || control.type === "checkbox";

function controlsOf(set) {
  return [...set.querySelectorAll(CONTROLS)].filter((control) => !ticks(control) || control.checked);
}

export function fieldsOf(set) {
  return controlsOf(set).map((control) => [control.name, control.value]);
}

export function spoken(set) {
  return JSON.stringify(fieldsOf(set));
}

// The fields as the server sent them, whatever was done to them since.
export function asServed(set) {
  const all = [...set.querySelectorAll(CONTROLS)];
  const value = (control) => control.options ? [...control.options].find((option) => option.defaultSelected)?.value ?? "" : control.defaultValue;
  return all.filter((control) => !ticks(control) || control.defaultChecked).map((control) => [control.name, value(control)]);
}

export function isAnswered(set) {
  return controlsOf(set).some((control) => !["", (control.dataset.template ?? "").trim()].includes(control.value.trim()));
}

// Whether two lists of fields are the same answer: what is empty and in which order they come makes no difference.
export function sameAnswer(one, other) {
  const told = (fields) => JSON.stringify(fields.filter(([, value]) => value !== "").sort());
  return told(one) === told(other);
}

export function fill(set, fields) {
  const has = (name, value) => fields.some((field) => field[0] === name && field[1] === value);
  for (const control of set.querySelectorAll(CONTROLS)) {
    if (ticks(control)) control.checked = has(control.name, control.value);
    else control.value = fields.find((field) => field[0] === control.name)?.[1] ?? control.dataset.template ?? "";
    if (control.matches("textarea")) control.dispatchEvent(new Event("input"));
  }
}

// An answer as a person reads it, for a page that no longer has its fields.
export function inWords(set) {
  const words = (control) => {
    const label = plain(control.closest("label") ?? set.querySelector(`label[for="${control.id}"]`));
    if (ticks(control)) return label;
    if (!control.options) return control.value;
    const chosen = control.value === "" ? "" : plain(control.selectedOptions[0]);
    return chosen && label ? `${label}: ${chosen}` : chosen;
  };
  return controlsOf(set).map(words).filter((text) => text !== "").join("\n");
}

export function labelOf(set) {
  return plain(set.querySelector("legend")).slice(0, LABEL_LENGTH);
}

function plain(element) {
  return (element?.textContent ?? "").replace(/\s+/g, " ").trim();
}
