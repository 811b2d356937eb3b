// Drags a session to another day or time in steps of a quarter of an hour. What is dropped is sent by the session's own
// form, so that the same rules hold; when they refuse, the session goes back and the message is shown. Keyboards, readers
// and narrow screens, where the days stand under each other, have the link to the form.
const QUARTER = 15;
const PIXELS = 14;

export default function (weeks) {
  for (const week of weeks) {
    const said = document.createElement("div");
    said.setAttribute("role", "status");
    week.before(said);
    for (const card of week.querySelectorAll("[data-session]")) card.prepend(grip(week, card, said));
  }
}

function minutes(time) {
  const [hours, rest] = time.split(":").map(Number);
  return hours * 60 + rest;
}

function clock(minutes) {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

function where(card) {
  return { day: card.closest("[data-day]"), starts: card.dataset.starts, ends: card.dataset.ends };
}

// The day under a place of the page; none where days do not stand beside each other.
function dayAt(week, x) {
  const days = [...week.querySelectorAll("[data-day]")];
  const boxes = days.map((day) => day.getBoundingClientRect());
  if (boxes.length < 2 || boxes[1].left <= boxes[0].left) return null;
  return days[boxes.findIndex((box) => x >= box.left && x <= box.right)] ?? null;
}

// So many minutes later or earlier, within the day.
export function shifted(starts, ends, by) {
  const [from, to] = [minutes(starts), minutes(ends)];
  const least = -from;
  const most = 23 * 60 + 45 - to;
  const held = Math.min(Math.max(by, least), Math.max(most, 0));
  return { starts: clock(from + held), ends: clock(to + held) };
}

function grip(week, card, said) {
  const made = document.createElement("span");
  made.className = "grip";
  made.textContent = "⠿";
  made.title = week.dataset.drag;
  made.setAttribute("aria-hidden", "true");
  let before;
  let wanted;
  made.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || card.dataset.busy || !dayAt(week, event.clientX)) return;
    event.preventDefault();
    made.setPointerCapture(event.pointerId);
    before = { ...where(card), x: event.clientX, y: event.clientY };
    wanted = where(card);
    card.classList.add("dragged");
  });
  made.addEventListener("pointermove", (event) => {
    if (!before) return;
    const steps = Math.round((event.clientY - before.y) / PIXELS);
    wanted = { day: dayAt(week, event.clientX) ?? before.day, ...shifted(before.starts, before.ends, steps * QUARTER) };
    card.style.transform = `translate(${event.clientX - before.x}px, ${event.clientY - before.y}px)`;
    card.querySelector("[data-time]").textContent = `${wanted.day.dataset.dayName}, ${wanted.starts}–${wanted.ends}`;
  });
  const end = (settled) => {
    if (!before) return;
    const from = before;
    before = undefined;
    card.classList.remove("dragged");
    card.style.transform = "";
    const same = wanted.day === from.day && wanted.starts === from.starts;
    if (!settled || same) put(card, from);
    else move(week, card, { from, to: wanted }, said);
  };
  made.addEventListener("pointerup", () => end(true));
  made.addEventListener("pointercancel", () => end(false));
  return made;
}

// Puts a card where it belongs, in the order of the day.
function put(card, { day, starts, ends }) {
  Object.assign(card.dataset, { starts, ends });
  card.querySelector("[data-time]").textContent = `${starts}–${ends}`;
  const list = day.querySelector("[data-day-sessions]");
  const next = [...list.children].find((other) => other !== card && (other.dataset.starts ?? "") > starts);
  list.insertBefore(card, next ?? null);
}

async function move(week, card, { from, to }, said) {
  put(card, to);
  card.dataset.busy = "yes";
  const refused = await send(card.dataset.session, to).catch(() => [week.dataset.offline]);
  delete card.dataset.busy;
  if (refused) {
    put(card, from);
    tell(said, "stop", `${week.dataset.refused} ${refused.join(" ")}`, link(week.dataset.form, card.dataset.session));
    return;
  }
  const undo = document.createElement("button");
  undo.type = "button";
  undo.className = "button quiet";
  undo.textContent = week.dataset.undo;
  undo.addEventListener("click", () => move(week, card, { from: to, to: from }, said));
  tell(said, "good", `${week.dataset.moved} ${to.day.dataset.dayName}, ${to.starts}–${to.ends}`, undo);
}

// Sends the session's own form with another day and time; answers why it was refused, or nothing.
async function send(address, { day, starts, ends }) {
  const opened = await fetch(address, { credentials: "same-origin" });
  const form = parse(await opened.text()).querySelector("main form[data-guard]");
  if (!opened.ok || !form) throw new Error("no form");
  const fields = { held_on: day.dataset.day, starts, ends };
  const body = new URLSearchParams(new FormData(form));
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const answer = await fetch(form.getAttribute("action"), { method: "POST", body, credentials: "same-origin" });
  if (answer.ok) return null;
  const faults = [...parse(await answer.text()).querySelectorAll("[data-error-summary] li")];
  if (faults.length === 0) throw new Error(`status ${answer.status}`);
  return faults.map((fault) => `${fault.textContent.trim()}.`);
}

function parse(text) {
  return new DOMParser().parseFromString(text, "text/html");
}

function link(text, address) {
  const made = document.createElement("a");
  made.href = address;
  made.textContent = text;
  return made;
}

function tell(said, tone, text, more) {
  const notice = document.createElement("div");
  notice.className = `notice ${tone}`;
  const line = document.createElement("p");
  line.textContent = text;
  const way = document.createElement("p");
  way.append(more);
  notice.append(line, way);
  said.replaceChildren(notice);
}
