// What a quiz says to the server. The reply carries its status; there is none when nothing came back.
export function send(form, holder, entry) {
  const fields = [...entry.fields, ["question", entry.question], ["sequence", entry.base], ["holder", holder]];
  return post(form, form.action, fields);
}

export function claim(form, holder, take) {
  return post(form, form.dataset.holder, [["holder", holder], ...(take ? [["take", "on"]] : [])]);
}

export function sendFlag(form, question, on) {
  return post(form, `${form.dataset.questions}/${question}/flag`, on ? [["on", "on"]] : []);
}

// With these statuses the server, or somebody on the way to it, may think otherwise later. Of the conflicts those that are
// no refusal were told by their codes before.
const PASSING = [401, 403, 408, 429];

export function isRefusal(status) {
  return status >= 400 && status < 500 && !PASSING.includes(status);
}

async function post(form, address, fields) {
  const body = new URLSearchParams(fields);
  body.append("csrf", form.elements.namedItem("csrf").value);
  try {
    const response = await fetch(address, { method: "POST", body, headers: { accept: "application/json" } });
    const json = response.headers.get("content-type")?.includes("json");
    return { ...(json ? await response.json() : {}), status: response.status };
  } catch {
    return null;
  }
}
