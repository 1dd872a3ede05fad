// Part of one script, put together in the order of `reports/dashboard/shell.py`.
// The page's behaviour. Everything is on the page without it; it only hides, shows, marks and draws.
const root = document.documentElement;
const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
const byId = (id) => (id ? document.getElementById(id) : null);

// Offsets count code points, as in the data; a DOM range counts UTF-16 units.
function rangeOf(element, start, end) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let seen = 0, begun = false, node;
  while ((node = walker.nextNode())) {
    let unit = 0;
    for (const character of node.data) {
      if (!begun && seen === start) { range.setStart(node, unit); begun = true; }
      seen += 1;
      unit += character.length;
      if (begun && seen === end) { range.setEnd(node, unit); return range; }
    }
  }
  return null;
}

const canMark = typeof Highlight === "function" && CSS.highlights;

function mark(name, ranges) {
  if (!canMark) return;
  if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges));
  else CSS.highlights.delete(name);
}
