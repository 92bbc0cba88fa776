// The view of analyzed documents: evidence, equal names, explanations, the way along the mood, copying. All by delegation, so
// that documents which come later need nothing; without this script the page still reads, and its links still lead.

const steady = matchMedia("(prefers-reduced-motion: reduce)");
const scrollTo = (element, block) => element?.scrollIntoView({ block, behavior: steady.matches ? "auto" : "smooth" });

// Evidence: the stretches of the text from one offset to another.
const stretchesOf = new WeakMap();
function stretches(section) {
  if (!stretchesOf.has(section)) {
    const elements = [...section.querySelectorAll(".text [data-o]")];
    stretchesOf.set(section, { elements, offsets: elements.map(e => Number(e.dataset.o)) });
  }
  return stretchesOf.get(section);
}
function evidence(fact) {
  const { elements, offsets } = stretches(fact.closest(".document"));
  let low = 0, high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle] < Number(fact.dataset.start)) low = middle + 1; else high = middle;
  }
  let end = low;
  while (end < offsets.length && offsets[end] < Number(fact.dataset.end)) end++;
  return elements.slice(low, end);
}

let lit = [], litFor = null, same = [];
function light(fact) {
  if (fact === litFor) return;
  lit.forEach(e => e.classList.remove("lit"));
  litFor = fact;
  lit = fact ? evidence(fact) : [];
  lit.forEach(e => e.classList.add("lit"));
}
// Everything that stands for the same name or amount.
function join(element) {
  same.forEach(e => e.classList.remove("same"));
  same = [];
  const section = element?.closest(".document");
  if (!section) return;
  for (const key of ["e", "a"]) {
    const id = element.dataset[key];
    if (id !== undefined) same.push(...section.querySelectorAll(`[data-${key}="${CSS.escape(id)}"]`));
  }
  same.forEach(e => e.classList.add("same"));
}

// Explanations, for pointer and keyboard; Escape takes them away, and the pointer may move onto them.
const tip = Object.assign(document.createElement("div"), { className: "tip", id: "tip", hidden: true });
tip.setAttribute("role", "tooltip");
document.body.append(tip);
let explained = null;
function explain(element) {
  if (element === explained) return;
  explained?.removeAttribute("aria-describedby");
  explained = element;
  tip.hidden = !element;
  if (!element) return;
  tip.textContent = element.dataset.tip;
  if (element instanceof HTMLElement) element.setAttribute("aria-describedby", tip.id);
  placeTip();
}
function placeTip() {
  if (!explained) return;
  const place = explained.getClientRects()[0] ?? explained.getBoundingClientRect();
  const left = Math.min(Math.max(8, place.left), document.documentElement.clientWidth - tip.offsetWidth - 8);
  const above = place.top - tip.offsetHeight - 6;
  tip.style.transform = `translate(${Math.max(8, left)}px, ${above > 8 ? above : place.bottom + 6}px)`;
}

function show(target) {
  if (tip.contains(target)) return;
  const element = target instanceof Element ? target : null;
  light(element?.closest("[data-start]") ?? null);
  join(element?.closest("mark.amount") ?? element?.closest("[data-e], [data-a]") ?? null); // "Euro" may be a name inside an amount
  explain(element?.closest("[data-tip]") ?? null);
}
// Only where the pointer moves: when the page scrolls under it, that says nothing about what the reader looks at.
let pointed = null, x = -1, y = -1;
document.addEventListener("mousemove", event => {
  if (event.screenX === x && event.screenY === y) return;
  [x, y] = [event.screenX, event.screenY];
  if (event.target === pointed) return;
  pointed = event.target;
  show(pointed);
});
document.documentElement.addEventListener("mouseleave", () => {
  pointed = null;
  show(document.activeElement);
});
document.addEventListener("focusin", event => {
  pointed = null;
  show(event.target);
  // Where the facts stand beside the article, it follows them; where they stand below, the focus must not run away.
  const facts = event.target.closest(".facts");
  if (lit.length && facts && getComputedStyle(facts).position === "sticky") scrollTo(lit[0], "nearest");
});
document.addEventListener("focusout", event => { if (!event.relatedTarget) show(null); });
document.addEventListener("scroll", placeTip, { passive: true, capture: true });
addEventListener("resize", placeTip);

// The way along the mood: arrows walk, Enter and click lead to the sentence.
function go(mood, index) {
  const bars = mood.querySelectorAll("g");
  const at = Math.min(Math.max(index, 0), bars.length - 1);
  mood.querySelector("g.current")?.classList.remove("current");
  bars[at].classList.add("current");
  mood.setAttribute("aria-valuenow", at + 1);
  mood.setAttribute("aria-valuetext", bars[at].dataset.tip);
  light(bars[at]);
  explain(bars[at]);
  return bars[at];
}
document.addEventListener("keydown", event => {
  if (event.key === "Escape") {
    explain(null);
    light(null);
    return;
  }
  const mood = event.target.closest?.(".mood");
  if (!mood || event.altKey || event.ctrlKey || event.metaKey) return;
  const now = Number(mood.getAttribute("aria-valuenow")) - 1;
  const last = Number(mood.getAttribute("aria-valuemax")) - 1;
  const index = { ArrowRight: now + 1, ArrowUp: now + 1, ArrowLeft: now - 1, ArrowDown: now - 1, PageUp: now + 10, PageDown: now - 10, Home: 0, End: last, Enter: now }[event.key];
  if (index === undefined) return;
  event.preventDefault();
  go(mood, index);
  if (event.key === "Enter") scrollTo(lit[0], "center");
});

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
function download(text, name) {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  Object.assign(document.createElement("a"), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
document.addEventListener("click", async event => {
  const bar = event.target.closest(".mood g");
  if (bar) {
    go(bar.closest(".mood"), [...bar.parentElement.querySelectorAll("g")].indexOf(bar));
    scrollTo(lit[0], "center");
    return;
  }
  const button = event.target.closest("[data-copy], [data-download]");
  if (!button) return;
  const source = document.getElementById(button.dataset.copy ?? button.dataset.download);
  if (button.dataset.download) {
    download(source.textContent, button.dataset.name);
    return;
  }
  const done = await copy(source.textContent);
  if (!done) getSelection().selectAllChildren(source);
  button.textContent = done ? "Copied" : "Selected: press Ctrl + C";
  setTimeout(() => { button.textContent = "Copy"; }, 2_000);
});

// A page of many documents gets to know them only at its end.
const contents = document.querySelector("nav.contents");
if (contents) document.querySelector("main").before(contents);
