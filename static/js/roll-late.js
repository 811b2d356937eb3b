// Marks that still wait on this device for a session that was cancelled meanwhile. The server says what they were, by name:
// to be read, copied and printed. They stay on the device until somebody puts them away.
import { wake } from "./app.js";
import { ask as asked, forget, stored } from "./roll-keep.js";

export default function (places) {
  for (const place of places) {
    if (place.dataset.rollLate) ask(place);
    else offer(place);
  }
}

async function ask(form) {
  const kept = stored(form.dataset.rollLate);
  if (!kept?.marks) return;
  const body = new URLSearchParams(new FormData(form));
  for (const marks of Object.values(kept.marks)) {
    for (const [name, value] of Object.entries(marks)) body.set(name, value);
  }
  try {
    const answer = await asked(form.action, { method: "POST", body });
    if (answer.status !== 409) return;
    const page = new DOMParser().parseFromString(answer.text, "text/html");
    const main = page.querySelector("main");
    document.querySelector("main").replaceWith(main);
    wake(main);
  } catch {
    // Without a network they wait on.
  }
}

function offer(section) {
  const list = section.querySelector("[data-roll-unsent-list]");
  const copy = section.querySelector("[data-roll-copy]");
  const away = section.querySelector("[data-roll-forget]");
  copy.hidden = !navigator.clipboard;
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText([...list.children].map((line) => line.textContent).join("\n"));
    copy.textContent = copy.dataset.done;
  });
  away.hidden = !stored(section.dataset.rollUnsent);
  away.addEventListener("click", () => {
    forget(section.dataset.rollUnsent);
    section.remove();
  });
}
