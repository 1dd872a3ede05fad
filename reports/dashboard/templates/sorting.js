// ---- tables that can be sorted and narrowed -------------------------------------------------------------
// What a cell is sorted by: the first number in it ("<1%" is less than 1), or its words. A dash has none.
function sortKey(row, column, number) {
  const text = row.cells[column].textContent.trim();
  if (!number) return text;
  const found = /[\d.,]+/.exec(text);
  if (!found) return -1;
  const value = Number(found[0].replace(/,/g, ""));
  return text.startsWith("<") ? value / 2 : value;
}

const collator = new Intl.Collator("zh");

function sortBy(table, head) {
  const number = head.classList.contains("n");
  // Of numbers the greatest is asked for first, of words the beginning.
  const before = head.getAttribute("aria-sort");
  const falls = before ? before === "ascending" : number;
  for (const each of all("thead th", table)) each.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", falls ? "descending" : "ascending");
  const rows = Array.from(table.tBodies[0].rows, (row) => [sortKey(row, head.cellIndex, number), row]);
  const order = number ? ([one], [other]) => one - other : ([one], [other]) => collator.compare(one, other);
  rows.sort((one, other) => (falls ? order(other, one) : order(one, other)));
  table.tBodies[0].append(...rows.map(([, row]) => row));
}

for (const table of all("table.sortable")) {
  for (const head of all("thead th", table)) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => sortBy(table, head));
  }
}

for (const box of all(".narrow")) {
  const input = box.querySelector("input"), output = box.querySelector("output");
  const rows = all(".sortable tbody tr", box.parentElement);
  const found = rows.map((row) => row.textContent.toLowerCase());
  const narrow = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    rows.forEach((row, place) => {
      row.hidden = !words.every((word) => found[place].includes(word));
      if (!row.hidden) count += 1;
    });
    output.textContent = output.dataset.told.replace("{count}", count.toLocaleString("en"));
  };
  input.addEventListener("input", narrow);
  afterSpeaking.push(narrow);
  for (const link of all("[data-narrow]")) {
    link.addEventListener("click", () => { input.value = link.dataset.narrow; narrow(); });
  }
  box.hidden = false;
  narrow();
}
