// Ctrl+Enter in the remark saves and goes on, as Enter does in the points.
export default function ([form]) {
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit(form.querySelector("button[name=then]"));
    }
  });
}
