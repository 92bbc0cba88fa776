// The form: sends the article, shows what comes back. What comes back is HTML of this server, encoded there.

const policy = globalThis.trustedTypes?.createPolicy("textinsights", { createHTML: html => html });
const byId = id => document.getElementById(id);
const form = byId("form"), text = byId("text"), cancel = byId("cancel"), status = byId("status"), problem = byId("problem"), result = byId("result");
const submit = form.querySelector("[type=submit]");
const mostBytes = Number(form.dataset.mostBytes);
let running = null;

function say(message, complaint = "") {
  status.textContent = message;
  status.classList.remove("unseen");
  problem.textContent = complaint;
}

async function explanationOf(response) {
  try {
    const { title, detail } = await response.json();
    return detail ?? title;
  } catch {
    return `The server answered ${response.status}.`;
  }
}

async function analyze() {
  const article = text.value;
  if (!article.trim()) {
    say("", "There is no article yet: paste one, or choose a sample.");
    text.focus();
    return;
  }
  const body = new TextEncoder().encode(article);
  if (body.length > mostBytes) {
    say("", `The article has ${body.length.toLocaleString("en")} bytes; at most ${mostBytes.toLocaleString("en")} are read.`);
    return;
  }
  running?.abort();
  const request = running = new AbortController();
  submit.setAttribute("aria-disabled", "true");
  cancel.hidden = false;
  say("Reading …");
  try {
    const response = await fetch("/analyze", {
      method: "POST", body, signal: request.signal, headers: { "Content-Type": "text/plain; charset=utf-8", Accept: "text/html" },
    });
    if (!response.ok) {
      say("", await explanationOf(response));
      return;
    }
    const html = await response.text();
    result.innerHTML = policy ? policy.createHTML(html) : html;
    say(`Done: ${result.querySelector(".verdict").textContent}; ${result.querySelector(".counts").textContent}.`);
    status.classList.add("unseen"); // for those who listen; the others see it
    const name = result.querySelector("h2");
    name.focus({ preventScroll: true });
    result.scrollIntoView({ block: "start" });
  } catch (error) {
    if (running === request) say(error.name === "AbortError" ? "Cancelled." : "", error.name === "AbortError" ? "" : "The server can't be reached.");
  } finally {
    if (running === request) {
      running = null;
      submit.removeAttribute("aria-disabled");
      cancel.hidden = true;
    }
  }
}

form.addEventListener("submit", event => {
  event.preventDefault();
  analyze();
});
text.addEventListener("keydown", event => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    analyze();
  }
});
cancel.addEventListener("click", () => {
  running?.abort();
  text.focus();
});
form.querySelector(".samples").addEventListener("click", async event => {
  const sample = event.target.closest("[data-sample]");
  if (!sample) return;
  try {
    const response = await fetch(`/samples/${sample.dataset.sample}`);
    text.value = await response.text();
  } catch {
    say("", "The server can't be reached.");
    return;
  }
  analyze();
});
