// A passage that is selected in the work goes into the form of a remark on it, with which occurrence of it is meant.
export default function ([fold]) {
  const form = fold.querySelector("form");
  const text = document.querySelector("[data-passages]");
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    if (!text || selection.isCollapsed || !text.contains(selection.anchorNode) || !text.contains(selection.focusNode)) return;
    const quote = squeeze(selection.toString());
    if (!quote) return;
    const before = document.createRange();
    before.selectNodeContents(text);
    before.setEnd(selection.getRangeAt(0).startContainer, selection.getRangeAt(0).startOffset);
    fold.open = true;
    form.elements.quote.value = quote;
    form.elements.occurrence.value = squeeze(before.toString()).split(quote).length - 1;
  });
}

function squeeze(text) {
  return text.replace(/\s+/g, " ").trim();
}
