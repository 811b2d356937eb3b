// What is left of a limit: characters, or words with data-words. Says it aloud only when the writer pauses near a limit.
export default function (counters) {
  for (const counter of counters) {
    const area = document.getElementById(counter.dataset.counter);
    const state = counter.dataset.words === undefined ? characters : words;
    const spoken = document.createElement("span");
    spoken.className = "visually-hidden";
    spoken.setAttribute("role", "status");
    counter.after(spoken);
    let pause;
    const update = () => {
      const { text, over, near } = state(area, counter.dataset);
      counter.textContent = text;
      counter.classList.toggle("over", over);
      clearTimeout(pause);
      if (near) pause = setTimeout(() => { spoken.textContent = text; }, 1000);
    };
    area.addEventListener("input", update);
    counter.hidden = false;
    update();
  }
}

function characters(area, said) {
  const limit = Number(area.dataset.limit);
  // Counted as the server counts: characters, not UTF-16 halves.
  const left = limit - [...area.value].length;
  return { text: `${left < 0 ? said.over : said.left} ${number(Math.abs(left))}`, over: left < 0, near: left < limit / 10 };
}

function words(area, said) {
  const count = area.value.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  const [least, most] = [Number(said.least ?? 0), Number(said.most ?? Infinity)];
  const soFar = `${said.soFar} ${number(count)}`;
  if (count > most) return { text: `${soFar}, ${said.over} ${number(count - most)}`, over: true, near: true };
  if (count < least) return { text: `${soFar}, ${said.fewer} ${number(least - count)}`, over: false, near: false };
  return { text: soFar, over: false, near: count > most * 0.9 };
}

function number(value) {
  return value.toLocaleString(document.documentElement.lang);
}
