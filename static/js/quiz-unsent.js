// Answers that this browser still keeps when their attempt was handed in. One whose reply was lost is asked about once more: the
// server knows it if it came in time. The others are shown to be read, until the trainee puts them away.
import { keepAt, leftBehind } from "./quiz-queue.js";
import { forget } from "./quiz-window.js";
import { send } from "./quiz-wire.js";

export default function (sections) {
  for (const section of sections) show(section);
}

async function show(section) {
  const { attempt } = section.dataset;
  const closed = section.hasAttribute("data-closed");
  const form = section.querySelector("form");
  const kept = leftBehind(attempt);
  for (const queue of kept.filter(() => closed)) {
    queue.entries = await unknown(form, queue.entries);
    keepAt(queue.key, queue.entries);
  }
  const entries = kept.flatMap((queue) => queue.entries);
  if (entries.length === 0) {
    if (closed) forget(attempt);
    return;
  }
  const list = section.querySelector("[data-unsent-list]");
  for (const entry of entries) list.append(line(section, entry));
  section.hidden = false;
  section.querySelector("[data-put-away]")?.addEventListener("click", () => {
    for (const queue of kept) keepAt(queue.key, []);
    forget(attempt);
    section.remove();
  });
}

// Those of which the server has not heard.
async function unknown(form, entries) {
  const left = [];
  for (const entry of entries) {
    const reply = entry.tried && !entry.disputed && !entry.refused ? await send(form, "", entry) : null;
    if (reply?.status !== 200 || !reply.sequence) left.push(entry);
  }
  return left;
}

function line(section, entry) {
  const made = section.querySelector("[data-unsent-line]").content.cloneNode(true).firstElementChild;
  const link = made.querySelector("a");
  link.textContent = entry.label;
  link.href = `${section.dataset.questions}/${entry.question}`;
  made.querySelector("[data-unsent-said]").textContent = entry.shown || made.dataset.nothing;
  return made;
}
