// Putting things in order: buttons that move a row up or down beside the list of places, which stays. Two rows never
// keep the same place: the second one takes the place that became free.
export default function (form) {
  const words = form.querySelector("[data-quiz-words]").dataset;
  for (const list of form.querySelectorAll("[data-places]")) {
    arrange(list);
    for (const row of list.children) {
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
  selects(list).forEach((select, index) => { select.value = String(index + 1); });
  list.dispatchEvent(new Event("change", { bubbles: true }));
}
