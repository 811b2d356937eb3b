// R releases a decided grade. Only outside of texts, and not when keys are switched off on the desk.
export default function ([form]) {
  document.addEventListener("keydown", (event) => {
    const inText = event.target.closest("textarea, select, input");
    if (event.code !== "KeyR" || event.ctrlKey || event.metaKey || event.altKey || inText || off()) return;
    event.preventDefault();
    form.requestSubmit();
  });
}

function off() {
  try { return localStorage.getItem("birge-desk-keys-off") !== null; } catch { return false; }
}
