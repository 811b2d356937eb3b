// Flags to come back to a question: each goes to the server at once. One that did not get there is sent again while the
// page is open, and with the form when it is left.
import { flag } from "./quiz-map.js";
import { sendFlag } from "./quiz-wire.js";

const RETRY_MS = 4000;

export default function (form) {
  const waiting = new Map();
  let timer;
  const send = async () => {
    clearTimeout(timer);
    for (const [question, on] of [...waiting]) {
      const reply = await sendFlag(form, question, on);
      if (waiting.get(question) !== on) continue;
      // What the server refuses it will not take later either.
      if (reply && reply.status < 500) waiting.delete(question);
    }
    if (waiting.size > 0) timer = setTimeout(send, RETRY_MS);
  };
  for (const box of form.querySelectorAll("[data-flag]")) {
    // What was ticked while this file was still on its way.
    if (box.checked !== box.defaultChecked) waiting.set(box.value, box.checked);
    flag(form, box.value, box.checked);
    box.addEventListener("change", () => {
      flag(form, box.value, box.checked);
      waiting.set(box.value, box.checked);
      send();
    });
  }
  if (waiting.size > 0) send();
}
