// The error summary takes the focus, and its links say the name of the field they lead to.
export default function ([summary]) {
  for (const link of summary.querySelectorAll("a[href^='#']")) {
    const field = document.getElementById(link.hash.slice(1));
    if (!field) continue;
    if (!link.querySelector("[data-named]")) {
      const name = field.closest("fieldset")?.querySelector("legend") ?? field.labels?.[0];
      if (name) link.prepend(`${name.textContent.trim()}: `);
    }
    link.addEventListener("click", (event) => {
      event.preventDefault();
      field.focus();
      field.scrollIntoView({ block: "center" });
    });
  }
  if (summary.querySelector("li")) summary.focus({ preventScroll: true });
}
