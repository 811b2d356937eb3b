// Keeps a page of a live quiz up to date: the server sends the part that changed, this file puts it into its place.
// Without it, or without the connection it keeps, the page is read anew every few seconds.
import { wake } from "./app.js";

const POLL_S = 3;
const PATIENCE_MS = 8000;

export default function (pages) {
  for (const page of pages) new Live(page);
}

class Live {
  constructor(page) {
    this.page = page;
    this.state = page.querySelector("[data-live-state]");
    page.addEventListener("submit", (event) => this.submit(event));
    this.clock();
    setInterval(() => this.tick(), 200);
    this.listen();
    // A phone that slept has a dead connection and may not know it yet.
    document.addEventListener("visibilitychange", () => { if (!document.hidden) this.read(); });
  }

  listen() {
    if (this.over()) return;
    // A page without a stream of events is read anew, as often as it says.
    if (!window.EventSource || !this.page.dataset.events) return this.poll();
    this.source = new EventSource(this.page.dataset.events);
    this.source.addEventListener("open", () => this.away(false));
    this.source.addEventListener("state", (event) => this.show(event.data));
    this.source.addEventListener("count", (event) => this.count(JSON.parse(event.data)));
    this.source.addEventListener("error", () => {
      this.late ??= setTimeout(() => this.away(true), PATIENCE_MS);
      // A refused connection is not tried again by the browser: the room may be full of them.
      if (this.source.readyState === EventSource.CLOSED) this.poll();
    });
  }

  poll() {
    this.polling ??= setInterval(() => this.read(), 1000 * (Number(this.page.dataset.poll) || POLL_S));
  }

  over() {
    return this.state.querySelector("[data-over]") !== null;
  }

  away(is) {
    clearTimeout(this.late);
    this.late = undefined;
    this.page.querySelector("[data-live-away]").hidden = !is;
  }

  // Nothing is replaced by what it is already, so that what is typed or focused stays.
  show(html) {
    const fresh = new DOMParser().parseFromString(html, "text/html").querySelector("[data-stamp]");
    const shown = this.state.querySelector("[data-stamp]");
    if (!fresh || (shown && shown.dataset.stamp === fresh.dataset.stamp)) return;
    // Read by a parser without scripts, what is meant for pages without scripts would come to life here.
    for (const one of fresh.querySelectorAll("noscript")) one.remove();
    const focused = this.state.contains(document.activeElement) ? document.activeElement.id : "";
    this.state.replaceChildren(document.adoptNode(fresh));
    wake(this.state);
    this.clock();
    if (focused) document.getElementById(focused)?.focus();
    const line = fresh.querySelector("[data-live-line]");
    this.page.querySelector("[data-live-said]").textContent = line ? line.textContent : fresh.dataset.said ?? "";
    if (!this.over()) return;
    this.source?.close();
    clearInterval(this.polling);
    // The console has more to offer once it is over than the part that lives.
    if ("reloads" in this.page.dataset) location.reload();
  }

  count({ answers, players }) {
    for (const place of this.state.querySelectorAll("[data-live-answers]")) place.textContent = answers;
    for (const place of this.state.querySelectorAll("[data-live-players]")) place.textContent = players;
  }

  async read() {
    if (this.over()) return;
    try {
      const response = await fetch(location.href, { headers: { accept: "text/html" } });
      if (!response.ok) return;
      const taken = this.take(await response.text());
      this.away(false);
      // It is another page now: what it waited for has come.
      if (!taken && "reloads" in this.page.dataset) location.reload();
    } catch {
      this.away(true);
    }
  }

  // The part of a whole page that lives.
  take(text) {
    const page = new DOMParser().parseFromString(text, "text/html");
    const state = page.querySelector("[data-live-state] > [data-stamp]");
    if (!state) return false;
    const flash = page.querySelector("main .notice[role=status]");
    this.page.querySelector("[data-live-flash]").replaceChildren(...(flash ? [document.adoptNode(flash)] : []));
    this.show(state.outerHTML);
    return true;
  }

  // Sends a form without leaving the page: the connection stays, and a hall of phones does not come in anew.
  async submit(event) {
    const form = event.target;
    if (event.defaultPrevented || !this.state.contains(form)) return;
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form));
    const button = event.submitter;
    if (button?.name) body.append(button.name, button.value);
    try {
      const response = await fetch(form.action, { method: "POST", body, headers: { accept: "text/html" } });
      const text = await response.text();
      // What is wrong with an answer stands on the page that came back.
      if (response.status === 422) this.state.querySelector("[data-stamp]").dataset.stamp = "";
      if (!this.take(text)) location.reload();
      this.away(false);
    } catch {
      this.away(true);
      delete form.dataset.sending;
      for (const one of form.querySelectorAll("button")) one.removeAttribute("aria-disabled");
    }
  }

  // The time that is left, from what the server said: this device's own clock may be wrong.
  clock() {
    const clock = this.state.querySelector("[data-live-clock]");
    this.ends = clock && "running" in clock.dataset ? performance.now() + Number(clock.dataset.ms) : null;
    this.face = clock?.querySelector("[data-live-clock-text]");
    this.tick();
  }

  tick() {
    if (this.ends === null || !this.face) return;
    const left = Math.max(0, Math.ceil((this.ends - performance.now()) / 1000));
    const text = left < 60 ? String(left) : `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    if (this.face.textContent !== text) this.face.textContent = text;
    // The server closes the question and says so; should that get lost, the page is read.
    if (left === 0) {
      this.ends = null;
      setTimeout(() => this.read(), 1500);
    }
  }
}
