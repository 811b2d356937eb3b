// The editor of a question: a preview that follows what is typed, one language at a time or all side by side,
// Ctrl+Enter saves, Alt+↑ and Alt+↓ move a row. Without this file every button does the same by sending the form.
const PAUSE_MS = 600;

export default function ([form]) {
  form.dataset.scripted = "yes";
  tabs(form, preview(form));
  form.addEventListener("keydown", (event) => keys(form, event));
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-move]");
    if (!button) return;
    event.preventDefault();
    move(button.closest("[data-row]"), button.dataset.move, button);
  });
}

function keys(form, event) {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.requestSubmit(form.querySelector("[name=do][value=save]:not([data-first-save])"));
  }
  const row = event.target.closest("[data-row]");
  if (row && event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
    event.preventDefault();
    move(row, event.key === "ArrowUp" ? "up" : "down", event.target);
  }
}

// Two rows exchange what is in them: their fields keep their names, so that the form stays as the server knows it.
function move(row, way, focused) {
  const other = way === "up" ? row.previousElementSibling : row.nextElementSibling;
  // Rows without buttons to move them, such as true and false, stay where they are.
  if (!other?.matches("[data-row]") || !row.parentElement.querySelector("[data-move]")) return;
  const [mine, theirs] = [fields(row), fields(other)];
  for (const [rest, field] of mine) {
    const twin = theirs.get(rest);
    if (!twin) continue;
    if (field.type === "radio" || field.type === "checkbox") [field.checked, twin.checked] = [twin.checked, field.checked];
    else [field.value, twin.value] = [twin.value, field.value];
  }
  const name = focused.name?.startsWith?.(base(row)) ? focused.name.replace(base(row), base(other)) : null;
  const goal = name ? other.querySelector(`[name="${name}"]`) : other.querySelector(`[data-move=${way}]`);
  (goal ?? other.querySelector("input:not([type=hidden])"))?.focus();
  row.dispatchEvent(new Event("input", { bubbles: true }));
}

// Fields by what follows the name of their row; a radio button by its value, which names the row too.
function fields(row) {
  const found = new Map();
  for (const field of row.querySelectorAll("input, select, textarea")) {
    const rest = field.type === "radio" ? "-radio" : field.name.slice(base(row).length);
    found.set(rest, field);
  }
  return found;
}

function base(row) {
  return row.querySelector("input[type=hidden]").name;
}

// Languages: on a wide screen side by side at first, on a narrow one the reader's own.
function tabs(form, refresh) {
  const states = [...form.querySelectorAll("[data-language-states] [data-tag]")];
  const list = document.createElement("div");
  list.className = "editor-tabs row";
  list.setAttribute("role", "group");
  list.setAttribute("aria-label", form.dataset.languages);
  const choices = [["all", form.dataset.sideBySide], ...states.map((state) => [state.dataset.tag, state.textContent])];
  const show = (tag) => {
    form.dataset.shown = tag;
    for (const button of list.children) button.setAttribute("aria-pressed", String(button.dataset.tag === tag));
    refresh();
  };
  for (const [tag, name] of choices) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button quiet";
    button.dataset.tag = tag;
    button.textContent = name;
    if (tag !== "all") button.lang = tag;
    button.addEventListener("click", () => show(tag));
    list.append(button);
  }
  form.querySelector("[data-language-states]").after(list);
  const own = document.documentElement.lang;
  const faulty = form.querySelector("[data-language] [aria-invalid=true]");
  const narrow = matchMedia("(max-width: 52rem)").matches;
  show(faulty || !narrow || !states.some((state) => state.dataset.tag === own) ? "all" : own);
}

function preview(form) {
  const place = form.querySelector("[data-preview]");
  form.querySelector("[data-preview-button]").hidden = true;
  let timer;
  let asked = 0;
  const refresh = async () => {
    const mine = ++asked;
    const body = new URLSearchParams(new FormData(form));
    body.delete("form_id");
    if (form.dataset.shown !== "all") body.set("shown", form.dataset.shown);
    try {
      const answer = await fetch(form.dataset.previewUrl, { method: "POST", body });
      if (answer.ok && mine === asked) place.innerHTML = await answer.text();
    } catch { /* without a connection the last preview stays */ }
  };
  form.addEventListener("input", (event) => {
    if (place.contains(event.target)) return;
    clearTimeout(timer);
    timer = setTimeout(refresh, PAUSE_MS);
  });
  return refresh;
}
