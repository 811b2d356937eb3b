// Keeps the reader's place in a lesson, and leads back to the very line on another device.
const PAUSE_MS = 3_000;
const STEP = 10; // thousandths; smaller moves are not worth a request

export default function ([form]) {
  const text = document.querySelector("[data-lesson-text]");
  if (!text) return;
  let kept = Number(form.dataset.permille);
  let timer;

  const place = () => {
    const box = text.getBoundingClientRect();
    return Math.round(Math.min(1, Math.max(0, -box.top / box.height)) * 1000);
  };
  const keep = () => {
    clearTimeout(timer);
    const now = place();
    if (Math.abs(now - kept) < STEP) return;
    kept = now;
    const body = new URLSearchParams(new FormData(form));
    body.set("permille", now);
    fetch(form.action, { method: "POST", body, keepalive: true }).catch(() => { kept = -STEP; });
  };
  addEventListener("scroll", () => {
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE_MS);
  }, { passive: true });
  addEventListener("visibilitychange", () => { if (document.hidden) keep(); });

  const stopped = kept;
  document.querySelector("[data-lesson-resume]")?.addEventListener("click", () => {
    // The link itself leads to the heading; from there to the line.
    requestAnimationFrame(() => {
      const box = text.getBoundingClientRect();
      scrollTo({ top: scrollY + box.top + (box.height * stopped) / 1000 });
    });
  });
}
