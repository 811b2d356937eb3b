// Rows of a roll call that somebody else marked differently while marks waited on this device: both values are shown, and
// nothing is sent until the trainer has decided.
import { keep, overtakenKey, stored } from "./roll-keep.js";

// What stands in the controls of a row, by their names.
export function read(row) {
  const controls = [...row.querySelectorAll("input, select")];
  const values = controls.filter((one) => one.type !== "radio" || one.checked).map((one) => [one.name, one.value]);
  return Object.fromEntries(values);
}

export function revision(row) {
  return row.querySelector("[name^=revision-]");
}

// Puts aside what was tapped but not yet to be sent, in rows that somebody saved since.
export function overtaken(rows, kept, key) {
  if (kept.pending) return;
  const aside = { ...stored(overtakenKey(key))?.marks };
  for (const row of rows) {
    const { name, value } = revision(row);
    const marks = kept.marks?.[name];
    if (marks && marks[name] !== value) aside[name] = marks;
  }
  keep(overtakenKey(key), aside, false);
}

// Shows both values beside the rows whose marks were put aside; what is the same by now is no conflict any more.
export function tell(form, rows, key) {
  const aside = stored(overtakenKey(key))?.marks ?? {};
  const left = {};
  for (const row of rows) {
    const { name } = revision(row);
    const marks = aside[name];
    if (!marks || said(row, read(row)) === said(row, marks)) continue;
    left[name] = marks;
    if (!row.querySelector("[data-conflict]")) row.querySelector("legend").after(notice(form, row, marks));
  }
  keep(overtakenKey(key), left, false);
}

function notice(form, row, marks) {
  const { theirs, yours } = form.querySelector("[data-roll-device]").dataset;
  const [box, line] = [document.createElement("div"), document.createElement("p")];
  const bold = (text) => Object.assign(document.createElement("b"), { textContent: text });
  box.className = "notice attention";
  box.dataset.conflict = "";
  line.append(`${theirs} `, bold(said(row, read(row))), `. ${yours} `, bold(said(row, marks)), ".");
  box.append(line);
  return box;
}

// A mark in words: its status, and what belongs to it.
function said(row, marks) {
  const part = (name) => Object.entries(marks).find(([field]) => field.startsWith(`${name}-`))?.[1] ?? "";
  const chosen = (name) => row.querySelector(`[name^="${name}-"][value="${CSS.escape(part(name))}"], [name^="${name}-"] [value="${CSS.escape(part(name))}"]`);
  const status = part("status") && chosen("status");
  if (!status) return "—";
  const words = [status.closest("label").textContent.trim()];
  if ("minutes" in status.dataset) words.push(part("minutes"));
  if ("reason" in status.dataset) words.push(part("code") && chosen("code")?.textContent, part("reason"));
  else if (part("presence")) words.push(chosen("presence")?.closest("label").textContent.trim());
  return words.filter(Boolean).join(", ");
}
