// The time that is left, from what the server said: this computer's own clock may be wrong. It can be hidden and comes
// back for the last five minutes; the next page of the same window remembers that it is hidden.
const BACK_AT_S = 300;
const HIDDEN = "birge-clock-hidden";

export default function (element, over) {
  const ends = performance.now() + Number(element.dataset.seconds) * 1000;
  const text = element.querySelector("[data-clock-text]");
  const said = element.querySelector("[data-clock-said]");
  const toggle = element.querySelector("[data-clock-toggle]");
  const show = (visible) => {
    text.hidden = !visible;
    toggle.textContent = visible ? toggle.dataset.hide : toggle.dataset.show;
  };
  let last = Infinity;
  const tick = () => {
    const left = Math.max(0, Math.ceil((ends - performance.now()) / 1000));
    text.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    if (left <= BACK_AT_S) { show(true); toggle.hidden = true; }
    if (left <= BACK_AT_S && last > BACK_AT_S && left > 60) said.textContent = said.dataset.five;
    if (left <= 60 && last > 60 && left > 0) said.textContent = said.dataset.one;
    last = left;
    if (left > 0) return;
    clearInterval(timer);
    over();
  };
  toggle.hidden = false;
  toggle.addEventListener("click", () => {
    show(text.hidden);
    remember(text.hidden);
  });
  if (isHidden()) show(false);
  const timer = setInterval(tick, 500);
  tick();
}

function isHidden() {
  try {
    return sessionStorage.getItem(HIDDEN) !== null;
  } catch {
    return false;
  }
}

function remember(hidden) {
  try {
    if (hidden) sessionStorage.setItem(HIDDEN, "");
    else sessionStorage.removeItem(HIDDEN);
  } catch {
    // A browser that keeps nothing shows the clock on every page.
  }
}
