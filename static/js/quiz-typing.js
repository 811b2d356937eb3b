// When what is typed or chosen in a question is saved: a choice at once, words after a pause.
const TYPING_MS = 700;
// An essay is written in one go: each of its saved states is kept, so there need not be one for every breath.
const WRITING_MS = 4000;
// Who writes without a pause is saved nevertheless.
const LONGEST_MS = 15000;

export default function (set, typed, save) {
  let typing;
  let since;
  const now = () => {
    clearTimeout(typing);
    since = undefined;
    save();
  };
  set.addEventListener("input", (event) => {
    if (!event.target.matches("input[type=text], textarea")) return;
    typed();
    since ??= Date.now();
    clearTimeout(typing);
    const pause = event.target.matches("textarea") ? WRITING_MS : TYPING_MS;
    typing = setTimeout(now, Math.min(pause, Math.max(0, since + LONGEST_MS - Date.now())));
  });
  set.addEventListener("change", now);
  // Whoever turns to another window or closes this one keeps what was typed last.
  addEventListener("visibilitychange", () => { if (document.hidden) now(); });
}
