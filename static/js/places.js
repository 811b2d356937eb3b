// Putting things in order: buttons that move a row up or down beside the list of places, which stays, and a grip to drag
// it by finger, pen or mouse. Two rows never keep the same place: the second one takes the place that became free.
export default function (form) {
  const words = form.querySelector("[data-quiz-words]").dataset;
  for (const list of form.querySelectorAll("[data-places]")) {
    arrange(list);
    const spoken = document.createElement("p");
    spoken.className = "visually-hidden";
    spoken.setAttribute("role", "status");
    list.after(spoken);
    for (const row of list.children) {
      row.prepend(grip(list, row, words));
      row.append(button("↑", words.up, row, () => move(list, row, row.previousElementSibling, "before")));
      row.append(button("↓", words.down, row, () => move(list, row, row.nextElementSibling, "after")));
      const select = row.querySelector("select");
      let before = select.value;
      select.addEventListener("focus", () => { before = select.value; });
      select.addEventListener("change", () => {
        const twin = selects(list).find((other) => other !== select && other.value !== "" && other.value === select.value);
        if (twin) twin.value = before;
        before = select.value;
      });
    }
  }
}

function selects(list) {
  return [...list.querySelectorAll("select")];
}

function button(sign, word, row, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button quiet";
  made.textContent = sign;
  made.setAttribute("aria-label", `${word}: ${row.querySelector("label").textContent}`);
  made.addEventListener("click", () => { act(); made.focus(); });
  return made;
}

// Rows with a place stand in its order; the others stay behind them as they were.
function arrange(list) {
  const place = (row) => Number(row.querySelector("select").value) || Infinity;
  [...list.children].sort((one, other) => place(one) - place(other) || 0).forEach((row) => list.append(row));
}

function move(list, row, neighbour, side) {
  if (!neighbour) return;
  neighbour[side](row);
  settle(list);
  const place = [...list.children].indexOf(row) + 1;
  list.nextElementSibling.textContent = `${row.querySelector("label").textContent}: ${place}`;
}

// The places follow the rows; the form hears of it.
function settle(list) {
  selects(list).forEach((select, index) => { select.value = String(index + 1); });
  list.dispatchEvent(new Event("change", { bubbles: true }));
}

function middle(row) {
  const box = row.getBoundingClientRect();
  return box.top + box.height / 2;
}

// What a hand drags the row by. Keyboards and readers have the buttons, so it is not in their way.
function grip(list, row, words) {
  const made = document.createElement("span");
  made.className = "grip";
  made.textContent = "⠿";
  made.title = words.drag;
  made.setAttribute("aria-hidden", "true");
  let before;
  made.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    made.setPointerCapture(event.pointerId);
    before = [...list.children];
    row.classList.add("dragged");
  });
  made.addEventListener("pointermove", (event) => {
    if (!before) return;
    // The neighbours move, not the row: a row taken out of the page would lose the pointer.
    for (let above; (above = row.previousElementSibling) && event.clientY < middle(above);) row.after(above);
    for (let below; (below = row.nextElementSibling) && event.clientY > middle(below);) row.before(below);
  });
  const end = (settled) => {
    if (!before) return;
    row.classList.remove("dragged");
    const moved = before.some((other, index) => list.children[index] !== other);
    if (!settled) before.forEach((other) => list.append(other));
    before = undefined;
    if (settled && moved) settle(list);
  };
  made.addEventListener("pointerup", () => end(true));
  made.addEventListener("pointercancel", () => end(false));
  return made;
}
