// ---- places and the address bar ------------------------------------------------------------------------
const pairs = all(".pair");

function choose(name) {
  const chosen = byId(name).dataset.chosen;
  for (const pair of pairs) pair.dataset.chosen = String(pair.id === name);
  for (const list of all("[data-parts]")) list.hidden = list.dataset.parts !== name;
  for (const link of all("[data-pair]")) {
    if (link.dataset.pair === name) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  if (chosen !== "true") reserve();
}

// Whatever hides a place (another pair, a filter, a fold) is taken away.
function uncover(target, row) {
  const pair = target.closest(".pair");
  if (pair) choose(pair.id);
  if (row && row.hidden) resetFilters(target.closest(".texts"));
  for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
}

function reveal(id, span) {
  const target = byId(id);
  if (!target) return;
  const row = target.closest(".row");
  uncover(target, row);
  for (const old of all(".target")) old.classList.remove("target");
  const [start, end] = (span || "").split("-").map(Number);
  const range = end > start ? rangeOf(target, start, end) : null;
  mark("quote", range ? [range] : []);
  if (row && (!range || !canMark)) target.classList.add("target");
  target.scrollIntoView({ block: row ? "center" : "start" });
  const focused = row || target;
  if (!focused.hasAttribute("tabindex")) focused.setAttribute("tabindex", "-1");
  focused.focus({ preventScroll: true });
}

function go(id, span) {
  if (!byId(id)) return;
  const state = { span: span || "" };
  if (location.hash === "#" + id) history.replaceState(state, "", "#" + id);
  else {
    history.replaceState(Object.assign({}, history.state, { y: scrollY }), "");
    history.pushState(state, "", "#" + id);
  }
  reveal(id, span);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  if (link.dataset.filter) {
    const texts = byId(link.hash.slice(1));
    if (texts) onlyKinds(texts, link.dataset.filter.split(" "));
  }
  go(link.hash.slice(1), link.dataset.mark);
});

// Where the address leads; back leads to where the reader was, which the browser cannot know: folds and charts
// have changed the page since.
function follow() {
  const { span, y } = history.state || {};
  if (location.hash.length > 1) {
    measure();
    reveal(decodeURIComponent(location.hash.slice(1)), span);
  }
  if (y !== undefined) scrollTo(0, y);
}

history.scrollRestoration = "manual";
addEventListener("popstate", follow);

// The bar of contents stays at the top and wraps on narrow screens: what is led to must not hide behind it, nor
// what stays below it. (A property of the root that all inherit would have the whole page styled once more.)
const bar = document.querySelector(".contents");
function measure() {
  const height = bar.offsetHeight;
  root.style.scrollPaddingTop = "calc(" + height + "px + .75rem)";
  for (const tools of all(".tools")) tools.style.top = height - 1 + "px";
}
new ResizeObserver(measure).observe(bar);
