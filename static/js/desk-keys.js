// The desk by keyboard: criteria, levels, remarks, saving, releasing. Letters and digits act only outside of texts
// and can be switched off. Keys are read by their place, so they are the same in every layout.
const OFF = "birge-desk-keys-off";

export default function ([help]) {
  const form = help.closest("form");
  const criteria = [...form.querySelectorAll(".criterion")];
  const toggle = help.querySelector("[data-keys-switch]");
  const box = toggle.querySelector("input");
  let place = -1;

  toggle.hidden = false;
  box.checked = !read();
  box.addEventListener("change", () => write(!box.checked));

  const go = (to) => {
    place = Math.min(Math.max(to, 0), criteria.length - 1);
    const levels = [...criteria[place].querySelectorAll("input[type=radio]")];
    (levels.find((level) => level.checked) ?? levels[0])?.focus();
    criteria[place].scrollIntoView({ block: "nearest" });
  };
  const current = () => criteria.findIndex((one) => one.contains(document.activeElement));

  document.addEventListener("keydown", (event) => {
    const inText = event.target.closest("textarea, select, input:not([type=radio], [type=checkbox])");
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      return form.requestSubmit(form.querySelector("button[name=then]"));
    }
    if (event.key === "Escape" && inText && form.contains(inText)) return go(Math.max(current(), place, 0));
    if (event.ctrlKey || event.metaKey || event.altKey || inText || !box.checked) return;
    if (act(event)) event.preventDefault();
  });

  function act(event) {
    const here = current() >= 0 ? current() : place;
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
    if (event.key === "?") return open();
    if (event.code === "KeyJ") return go(here + 1), true;
    if (event.code === "KeyK") return go(here - 1), true;
    if (event.code === "KeyM") return remark(Math.max(here, 0));
    if (digit && !event.shiftKey) return choose(Math.max(here, 0), Number(digit[1]) - 1);
    return false;
  }

  function open() {
    help.open = true;
    help.querySelector("summary").focus();
    return true;
  }

  function remark(at) {
    place = at;
    criteria[at].querySelector("textarea")?.focus();
    return true;
  }

  function choose(at, level) {
    const found = criteria[at].querySelectorAll("input[type=radio]")[level];
    if (!found) return false;
    place = at;
    found.focus();
    found.click();
    return true;
  }
}

function read() {
  try { return localStorage.getItem(OFF) !== null; } catch { return false; }
}

function write(off) {
  try { off ? localStorage.setItem(OFF, "yes") : localStorage.removeItem(OFF); } catch { /* not allowed: until the page is left */ }
}
