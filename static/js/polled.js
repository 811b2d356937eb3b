// Brings a part of the page up to date while work goes on behind it: every two seconds, and not while nobody looks.
// Without scripts the reader does that with a link on the page.
const PAUSE = 2000;

async function renew(part) {
  if (document.hidden) return part;
  const answer = await fetch(part.dataset.polled, { credentials: "same-origin" });
  if (!answer.ok) return part;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById(part.id);
  // Whoever is on a link of the old part keeps it.
  if (!fresh || part.contains(document.activeElement)) return part;
  part.replaceWith(fresh);
  return fresh;
}

async function follow(part) {
  let here = part;
  while (here.dataset.polled) {
    await new Promise((done) => setTimeout(done, PAUSE));
    try {
      here = await renew(here);
    } catch {
      // No connection: the next look may find one.
    }
  }
}

export default function (parts) {
  for (const part of parts) follow(part);
}
