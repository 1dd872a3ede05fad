// The page's behaviour: places and the address bar, choice of pair, filters and search, charts, colours.
// Everything is on the page without it; it only hides, shows, marks and draws.
(function () {
  "use strict";
  const root = document.documentElement;
  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
  const byId = (id) => (id ? document.getElementById(id) : null);

  // ---- marks -------------------------------------------------------------------------------------------
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

  // ---- places ------------------------------------------------------------------------------------------
  const pairs = all(".pair");

  function choose(name) {
    for (const pair of pairs) pair.dataset.chosen = String(pair.id === name);
    for (const list of all("[data-parts]")) list.hidden = list.dataset.parts !== name;
    for (const link of all("[data-pair]")) {
      if (link.dataset.pair === name) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  function reveal(id, span, smooth) {
    const target = byId(id);
    if (!target) return false;
    const pair = target.closest(".pair");
    if (pair) choose(pair.id);
    const row = target.closest(".row");
    if (row && row.hidden) resetFilters(target.closest(".texts"));
    for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    for (const old of all(".target")) old.classList.remove("target");
    const [start, end] = (span || "").split("-").map(Number);
    const range = end > start ? rangeOf(target, start, end) : null;
    mark("quote", range ? [range] : []);
    if (row && (!range || !canMark)) target.classList.add("target");
    target.scrollIntoView({ block: row ? "center" : "start", behavior: smooth ? "smooth" : "auto" });
    const focused = row || target;
    if (!focused.hasAttribute("tabindex")) focused.setAttribute("tabindex", "-1");
    focused.focus({ preventScroll: true });
    return true;
  }

  function go(id, span) {
    if (!byId(id)) return;
    if (location.hash !== "#" + id) history.pushState({ span: span || "" }, "", "#" + id);
    else history.replaceState({ span: span || "" }, "", "#" + id);
    reveal(id, span, false);
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

  const follow = () => reveal(decodeURIComponent(location.hash.slice(1)), history.state && history.state.span, false);
  addEventListener("popstate", follow);

  // The bar of contents stays at the top and wraps on narrow screens: what is led to must not hide behind it.
  const bar = document.querySelector(".contents");
  const measure = () => root.style.setProperty("--nav", bar.offsetHeight + "px");
  new ResizeObserver(measure).observe(bar);
  measure();

  // ---- the aligned texts -------------------------------------------------------------------------------
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

  function applyFilters(texts) {
    const kinds = chosenKinds(texts);
    const role = control(texts, "role").value;
    const words = control(texts, "search").value.trim().toLowerCase();
    const active = kinds.length > 0 || role !== "" || words !== "";
    const rows = rowsOf(texts);
    let shown = 0, counted = 0, inside = [];
    // Backwards, so that a heading knows whether anything below it is shown.
    for (let place = rows.length - 1; place >= 0; place -= 1) {
      const row = rows[place];
      const fits = !row.pointer
        && (!kinds.length || kinds.some((kind) => row.kinds.includes(kind)))
        && (!role || row.roles.includes(role))
        && (!words || textOf(row).some((text) => text.includes(words)));
      const leads = row.section && inside.some((depth) => depth > row.depth);
      if (row.section) inside = inside.filter((depth) => depth <= row.depth);
      if (fits || leads) inside.push(row.depth);
      row.element.hidden = active && !fits && !leads;
      row.element.classList.toggle("leads", active && !fits && leads);
      if (!row.pointer) { counted += 1; if (fits) shown += 1; }
    }
    for (const fold of all(".fold", texts)) {
      const some = all(".row", fold).some((element) => !element.hidden);
      fold.hidden = active && !some;
      if (active) { if (!fold.dataset.was) fold.dataset.was = String(fold.open); fold.open = some; }
      else if (fold.dataset.was) { fold.open = fold.dataset.was === "true"; delete fold.dataset.was; }
    }
    const status = texts.querySelector(".status");
    const template = !active ? status.dataset.all : shown ? status.dataset.some : status.dataset.none;
    status.textContent = template.replace("{all}", counted).replace("{shown}", shown);
    markWords(rows, words);
  }

  function markWords(rows, words) {
    const ranges = [];
    if (words && canMark) {
      for (const row of rows) {
        if (row.element.hidden) continue;
        textOf(row).forEach((text, place) => {
          for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
            const start = Array.from(text.slice(0, at)).length;
            const range = rangeOf(row.units[place], start, start + Array.from(words).length);
            if (range) ranges.push(range);
          }
        });
      }
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
    control(texts, "search").value = "";
    control(texts, "role").value = "";
    applyFilters(texts);
  }

  function resetFilters(texts) { onlyKinds(texts, []); }

  function jump(texts, step) {
    const rows = rowsOf(texts).filter((row) => row.element.classList.contains("is-changed") && !row.element.hidden
      && !row.element.classList.contains("leads")).map((row) => row.element);
    if (!rows.length) return;
    const current = document.activeElement && document.activeElement.closest(".row");
    let place = rows.indexOf(current);
    if (place >= 0) place += step;
    else {
      const middle = innerHeight / 2;
      const below = rows.findIndex((row) => row.getBoundingClientRect().top > middle);
      place = step > 0 ? (below < 0 ? 0 : below) : (below < 0 ? rows.length - 1 : below - 1);
    }
    const row = rows[(place + rows.length) % rows.length];
    const box = row.closest("details");
    if (box) box.open = true;
    row.scrollIntoView({ block: row.offsetHeight > innerHeight * 0.6 ? "start" : "center" });
    row.focus({ preventScroll: true });
  }

  let waiting = 0;
  for (const texts of all(".texts")) {
    const tools = texts.querySelector(".tools");
    tools.hidden = false;
    tools.addEventListener("submit", (event) => event.preventDefault());
    tools.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      if (button.dataset.kind) {
        button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
        filtered(texts);
      }
      if (button.dataset.action === "next") jump(texts, 1);
      if (button.dataset.action === "previous") jump(texts, -1);
    });
    control(texts, "role").addEventListener("change", () => filtered(texts));
    control(texts, "section").addEventListener("change", (event) => {
      const place = event.target.value;
      event.target.value = "";
      if (place) go(place);
    });
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

  // ---- charts ------------------------------------------------------------------------------------------
  const figures = JSON.parse(byId("figures").textContent);
  const drawn = new Set();

  // plotly wants colours, the figures name those of the style sheet.
  function coloured(value, style) {
    if (typeof value === "string") {
      const name = /^var\((--[\w-]+)\)$/.exec(value);
      return name ? style.getPropertyValue(name[1]).trim() : value;
    }
    if (Array.isArray(value)) return value.map((item) => coloured(item, style));
    if (value && typeof value === "object") {
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, coloured(item, style)]));
    }
    return value;
  }

  // Labels are escaped for plotly: an entity is one character. A Han character is as wide as two Latin ones.
  const letters = (text) => text.match(/&[a-z#0-9]+;|./gu) || [];
  const wide = (letter) => (/[\u2e80-\uffef\u201c\u201d]/.test(letter) ? 1 : 0.56);

  const widthOf = (text) => letters(text).reduce((sum, letter) => sum + wide(letter), 0);

  // As few lines as possible, about equally long; a clause border near the end of a line is a better place to
  // break than the width, and no line begins with a closing mark.
  function wrapped(text, width, lines) {
    const whole = widthOf(text);
    if (whole <= width) return [text];
    const count = Math.min(lines, Math.ceil(whole / width));
    const goal = Math.max(Math.min(width, whole / count + 1), width * 0.6);
    const rest = letters(text), out = [];
    let done = 0;
    while (rest.length && out.length < count) {
      let used = 0, end = 0, best = 0;
      const limit = out.length === count - 1 ? width : goal;
      while (end < rest.length && used + wide(rest[end]) <= limit) {
        used += wide(rest[end]);
        end += 1;
        if (/[，、；： ]/.test(rest[end - 1]) && used > limit * 0.66 && whole - done - used <= width * (count - 1 - out.length)) best = end;
      }
      if (end < rest.length && out.length < count - 1) {
        if (best) end = best;
        else if (/[，、；：。”）》]/.test(rest[end])) end += 1;
      }
      const line = rest.splice(0, Math.max(end, 1)).join("");
      done += widthOf(line);
      out.push(line.trim());
    }
    if (rest.length) out.push(shortened(out.pop(), width));
    return out;
  }

  function shortened(line, width) {
    const kept = letters(line);
    while (kept.length > 1 && widthOf(kept.join("")) + 1 > width) kept.pop();
    return kept.join("").replace(/[，、；：]$/, "") + "…";
  }

  function laidOut(figure, width) {
    const { kind, rows } = figure.layout.meta;
    const narrow = width < 620;
    const size = narrow ? 12 : 14;
    const slope = kind === "slope";
    // A slope needs room in the middle to be read as one; bars use the whole width for both.
    const middle = slope ? Math.min(Math.max(width * 0.24, 56), 380) : width;
    const room = slope ? (width - middle) / 2 - 28 : width / 2 - 14;
    const lines = slope ? (narrow ? 3 : 2) : 1;
    const step = slope ? Math.max(lines * size * 1.3 + 10, 40) : size * 2.6;
    const layout = figure.layout;
    layout.width = width;
    layout.height = Math.round(rows * step + (slope ? 66 : 56));
    layout.margin = slope ? { l: (width - middle) / 2, r: (width - middle) / 2, t: 40, b: 10 } : { l: 6, r: 6, t: 34, b: 4 };
    layout.font = { family: getComputedStyle(document.body).fontFamily, size };
    let heads = 1;
    for (const note of layout.annotations) {
      note.font = Object.assign({}, note.font, { size });
      if (!note.name) {
        const lines = wrapped(note.text, (slope ? room + 26 : room) / (size * 1.06), 2);
        if (lines.length > 1) heads = 2;
        note.text = "<b>" + lines.join("<br>") + "</b>";
        continue;
      }
      const suffix = note.name.split("|")[2];
      note.text = named(note.text, suffix, room / size, lines);
    }
    layout.margin.t += (heads - 1) * size * 1.3;
    layout.height = Math.round(layout.height + (heads - 1) * size * 1.3);
    return figure;
  }

  // The suffix stands behind the last line; a name that fills its lines gives it room.
  // Where it would take most of a line, the mark's shape and the legend have to say it.
  function named(text, told, columns, lines) {
    const suffix = told && widthOf(told) < columns * 0.6 ? told : "";
    const taken = suffix ? widthOf(suffix) + 0.6 : 0;
    const rows = wrapped(text, lines > 1 ? columns : columns - taken, lines);
    if (!suffix) return rows.join("<br>");
    const small = "<i>" + suffix + "</i>";
    if (widthOf(rows[rows.length - 1]) + taken <= columns) return rows.join("<br>") + " " + small;
    if (rows.length < lines) return rows.join("<br>") + "<br>" + small;
    rows.push(shortened(rows.pop(), columns - taken));
    return rows.join("<br>") + " " + small;
  }

  const leads = (name) => { const [anchor, span] = name.split("|"); if (anchor) go(anchor, span); };

  // The width of an A4 page between the margins of the print style sheet, in CSS pixels.
  const PAPER = 690;

  function draw(element, paper) {
    const width = paper || element.clientWidth;
    if (!element.clientWidth || typeof Plotly === "undefined") return;
    const figure = laidOut(structuredClone(figures[element.id]), width);
    const { data, layout } = coloured(figure, getComputedStyle(root));
    Plotly.react(element, data, layout, { displayModeBar: false, showAxisDragHandles: false, locale: "en" });
    element.dataset.width = String(width);
    if (drawn.has(element)) return;
    drawn.add(element);
    element.classList.add("drawn");
    element.on("plotly_click", (event) => { const [anchor, span] = event.points[0].customdata || []; if (anchor) go(anchor, span); });
    element.on("plotly_clickannotation", (event) => leads(event.annotation.name || ""));
  }

  const charts = all(".chart").filter((element) => figures[element.id]);
  const redraw = () => drawn.forEach((element) => draw(element));
  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      seen.unobserve(entry.target);
      draw(entry.target);
    }
  }, { rootMargin: "200px" });
  for (const chart of charts) seen.observe(chart);

  let frame = 0;
  addEventListener("resize", () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => drawn.forEach((element) => {
      if (element.clientWidth && element.dataset.width !== String(element.clientWidth)) draw(element);
    }));
  });

  for (const button of all("[data-action='save']")) {
    button.hidden = !figures[button.dataset.chart];
    button.addEventListener("click", () => {
      const chart = byId(button.dataset.chart);
      if (!drawn.has(chart)) draw(chart);
      const paper = getComputedStyle(root).getPropertyValue("--panel").trim();
      const { data, layout } = chart;
      Plotly.downloadImage({ data, layout: Object.assign({}, layout, { paper_bgcolor: paper }) },
        { format: "png", scale: 2, width: layout.width, height: layout.height, filename: button.dataset.chart });
    });
  }

  // ---- colours and print -------------------------------------------------------------------------------
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);
  for (const button of all("[data-action='theme']")) {
    const name = () => { button.textContent = isDark() ? button.dataset.light : button.dataset.dark; };
    button.hidden = false;
    name();
    button.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      try { localStorage.setItem("crossyear-theme", root.dataset.theme); } catch (refused) { /* for this visit only */ }
      name();
      redraw();
    });
    dark.addEventListener("change", () => { name(); redraw(); });
  }

  let before = null;
  addEventListener("beforeprint", () => {
    if (before) return;
    before = { theme: root.dataset.theme, closed: all("details:not([open], .same)") };
    root.dataset.theme = "light";
    for (const box of before.closed) box.open = true;
    for (const chart of charts) draw(chart, PAPER);
  });
  addEventListener("afterprint", () => {
    if (!before) return;
    if (before.theme) root.dataset.theme = before.theme; else delete root.dataset.theme;
    for (const box of before.closed) box.open = false;
    before = null;
    redraw();
  });

  // ---- start -------------------------------------------------------------------------------------------
  const opened = pairs.find((pair) => pair.dataset.chosen === "true");
  if (opened) choose(opened.id);
  if (location.hash.length > 1) follow();
})();
