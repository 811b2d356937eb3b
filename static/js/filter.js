// Narrows a list that is already on the page: data-filter names its container.
export default function (inputs) {
  for (const input of inputs) {
    const box = input.closest("[data-filter-box]");
    const count = box?.querySelector("[data-filter-count]");
    const items = [...document.getElementById(input.dataset.filter).querySelectorAll("[data-filter-item]")];
    const texts = items.map((item) => fold((item.querySelector("[data-filter-text]") ?? item).textContent));
    const narrow = () => {
      const words = fold(input.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      items.forEach((item, index) => {
        item.hidden = !words.every((word) => texts[index].includes(word));
        if (!item.hidden) shown += 1;
      });
      if (count) count.textContent = shown === 0 ? count.dataset.none : `${shown} / ${items.length}`;
    };
    input.addEventListener("input", narrow);
    // Enter in a search line must not send the form around it.
    input.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
    if (box) box.hidden = false;
    narrow();
  }
}

// «ё» is typed as «е» by most people.
function fold(text) {
  return text.toLowerCase().replaceAll("ё", "е").trim();
}
