// The clock of a step. When it is over, the page says what comes next.
import clock from "./clock.js";

export default function ([element]) {
  clock(element, () => setTimeout(() => location.reload(), 1_000));
}
