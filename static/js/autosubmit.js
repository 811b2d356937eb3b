// A filter that acts when it is changed by pointer; with the keyboard the form's own button sends it,
// because a select changes with every arrow key.
export default function (controls) {
  for (const control of controls) {
    let byPointer = false;
    control.addEventListener("pointerdown", () => { byPointer = true; });
    control.addEventListener("keydown", () => { byPointer = false; });
    control.addEventListener("change", () => { if (byPointer) control.form.requestSubmit(); });
  }
}
