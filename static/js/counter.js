// Characters left in a text with a limit. Says it aloud only when the writer pauses near the end.
export default function (counters) {
  for (const counter of counters) {
    const area = document.getElementById(counter.dataset.counter);
    const limit = Number(area.dataset.limit);
    const spoken = document.createElement("span");
    spoken.className = "visually-hidden";
    spoken.setAttribute("role", "status");
    counter.after(spoken);
    let pause;
    const update = () => {
      // Counted as the server counts: characters, not UTF-16 halves.
      const left = limit - [...area.value].length;
      const words = left < 0 ? counter.dataset.over : counter.dataset.left;
      counter.textContent = `${words} ${Math.abs(left).toLocaleString(document.documentElement.lang)}`;
      counter.classList.toggle("over", left < 0);
      clearTimeout(pause);
      if (left < limit / 10) pause = setTimeout(() => { spoken.textContent = counter.textContent; }, 1000);
    };
    area.addEventListener("input", update);
    update();
  }
}
