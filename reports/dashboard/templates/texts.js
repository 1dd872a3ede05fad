// ---- the aligned texts: filters, search, the next change -----------------------------------------------
const tables = new Map();

function rowsOf(texts) {
  if (!tables.has(texts)) {
    tables.set(texts, all(".row", texts).map((element) => ({
      element,
      kinds: element.dataset.kinds ? element.dataset.kinds.split(" ") : [],
      roles: (element.dataset.roles || "").split(" "),
      depth: Number(element.dataset.depth),
      section: element.classList.contains("is-section"),
      pointer: element.classList.contains("pointer"),
      units: all(".unit", element),
      text: null,
    })));
  }
  return tables.get(texts);
}

const textOf = (row) => {
  if (row.text === null) row.text = row.units.map((unit) => unit.textContent.toLowerCase());
  return row.text;
};

const control = (texts, name) => texts.querySelector("[data-control='" + name + "']");
const chosenKinds = (texts) => all(".chip[aria-pressed='true']", texts).map((chip) => chip.dataset.kind);

// The rows of a section: from its heading to the next heading that is not below it.
function rowsOfSection(rows, anchor) {
  const heading = byId(anchor).closest(".row");
  const first = rows.findIndex((row) => row.element === heading);
  let end = first + 1;
  while (end < rows.length && !(rows[end].section && rows[end].depth <= rows[first].depth)) end += 1;
  return new Set(rows.slice(first, end));
}

function wanted(texts, rows) {
  const kinds = chosenKinds(texts);
  const role = control(texts, "role").value;
  const section = control(texts, "section").value;
  const sought = control(texts, "search").value.trim().toLowerCase();
  const inside = section ? rowsOfSection(rows, section) : null;
  return {
    sought,
    active: kinds.length > 0 || Boolean(role || section || sought),
    fits: (row) => !row.pointer
      && (!kinds.length || kinds.some((kind) => row.kinds.includes(kind)))
      && (!role || row.roles.includes(role))
      && (!inside || inside.has(row))
      && (!sought || textOf(row).some((text) => text.includes(sought))),
  };
}

function applyFilters(texts) {
  const rows = rowsOf(texts);
  const { sought, active, fits } = wanted(texts, rows);
  let shown = 0, counted = 0, inside = [];
  // Backwards, so that a heading knows whether anything below it is shown.
  for (let place = rows.length - 1; place >= 0; place -= 1) {
    const row = rows[place];
    const fitting = fits(row);
    const leads = row.section && inside.some((depth) => depth > row.depth);
    if (row.section) inside = inside.filter((depth) => depth <= row.depth);
    if (fitting || leads) inside.push(row.depth);
    row.element.hidden = active && !fitting && !leads;
    row.element.classList.toggle("leads", active && !fitting && leads);
    if (!row.pointer) { counted += 1; if (fitting) shown += 1; }
  }
  openFolds(texts, active);
  tellCount(texts, active ? shown : counted, counted, active);
  markFound(rows, sought);
}

function openFolds(texts, active) {
  for (const fold of all(".fold", texts)) {
    const some = all(".row", fold).some((element) => !element.hidden);
    fold.hidden = active && !some;
    if (active) { if (!fold.dataset.was) fold.dataset.was = String(fold.open); fold.open = some; }
    else if (fold.dataset.was) { fold.open = fold.dataset.was === "true"; delete fold.dataset.was; }
  }
}

function tellCount(texts, shown, counted, active) {
  const status = texts.querySelector(".status");
  const template = !active ? status.dataset.all : shown ? status.dataset.some : status.dataset.none;
  status.textContent = template.replace("{shown}", shown).replace("{all}", counted);
}

function markFound(rows, sought) {
  const ranges = [];
  for (const row of sought ? rows : []) {
    if (row.element.hidden) continue;
    textOf(row).forEach((text, place) => {
      for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + sought.length)) {
        const start = Array.from(text.slice(0, at)).length;
        const range = rangeOf(row.units[place], start, start + Array.from(sought).length);
        if (range) ranges.push(range);
      }
    });
  }
  mark("search", ranges);
}

// What is left is shorter: without this a reader would be left at the end of the page.
function filtered(texts) {
  applyFilters(texts);
  if (texts.querySelector(".rows").getBoundingClientRect().top < 0) texts.scrollIntoView();
}

function onlyKinds(texts, kinds) {
  for (const chip of all(".chip", texts)) chip.setAttribute("aria-pressed", String(kinds.includes(chip.dataset.kind)));
  for (const name of ["search", "role", "section"]) control(texts, name).value = "";
  applyFilters(texts);
}

function resetFilters(texts) { onlyKinds(texts, []); }

function placeAfter(rows, step) {
  const at = rows.indexOf(document.activeElement && document.activeElement.closest(".row"));
  if (at >= 0) return at + step;
  const middle = innerHeight / 2;
  const below = rows.findIndex((row) => row.getBoundingClientRect().top > middle);
  if (step > 0) return below < 0 ? 0 : below;
  return below < 0 ? rows.length - 1 : below - 1;
}

function jump(texts, step) {
  const rows = rowsOf(texts).map((row) => row.element).filter((element) => !element.hidden
    && element.classList.contains("is-changed") && !element.classList.contains("leads"));
  if (!rows.length) return;
  const row = rows[(placeAfter(rows, step) + rows.length) % rows.length];
  const box = row.closest("details");
  if (box) box.open = true;
  row.scrollIntoView({ block: row.offsetHeight > innerHeight * 0.6 ? "start" : "center" });
  row.focus({ preventScroll: true });
}

function toggled(button) {
  const pressed = button.getAttribute("aria-pressed") !== "true";
  button.setAttribute("aria-pressed", String(pressed));
  return pressed;
}

function pressedTool(texts, button) {
  if (button.dataset.kind) { toggled(button); filtered(texts); }
  if (button.dataset.action === "next") jump(texts, 1);
  if (button.dataset.action === "previous") jump(texts, -1);
  if (button.dataset.action === "unfold") {
    const open = toggled(button);
    for (const fold of all(".fold", texts)) fold.open = open;
  }
}

function equip(texts) {
  const tools = texts.querySelector(".tools");
  let waiting = 0;
  tools.hidden = false;
  tools.addEventListener("submit", (event) => event.preventDefault());
  tools.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) pressedTool(texts, button);
  });
  for (const name of ["role", "section"]) control(texts, name).addEventListener("change", () => filtered(texts));
  control(texts, "search").addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => filtered(texts), 80);
  });
  texts.querySelector(".rows").addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "n") jump(texts, 1);
    if (event.key === "p") jump(texts, -1);
  });
  applyFilters(texts);
}

for (const texts of all(".texts")) equip(texts);
afterSpeaking.push(() => { for (const texts of all(".texts")) applyFilters(texts); });
