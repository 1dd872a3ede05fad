// ---- charts --------------------------------------------------------------------------------------------
const figures = JSON.parse(byId("figures").textContent);
const drawn = new Set();
// The width of an A4 page between the margins of the print style sheet, in CSS pixels.
const PAPER = 690;
const NEAR = 200; // pixels outside the window from which a chart is drawn

// What a kind of chart needs of a width: `room` for a name in pixels and how many `lines` it may take, the
// height of a row, and what is beside (`margin`), above and below the rows.
const FRAMES = {
  // A slope needs room in the middle to be read as one.
  slope(width, size, narrow) {
    const middle = Math.min(Math.max(width * 0.24, 56), 380);
    const side = (width - middle) / 2;
    const lines = narrow ? 3 : 2;
    return { room: side - 28, head: side - 2, lines, step: Math.max(lines * size * 1.3 + 10, 40), extra: 66,
      margin: { l: side, r: side, t: 40, b: 10 } };
  },
  // Bars use the whole width for both sides; a name stands above its bar.
  bars(width, size) {
    const room = width / 2 - 14;
    return { room, head: room, lines: 1, step: size * 2.6, extra: 56, margin: { l: 6, r: 6, t: 34, b: 4 } };
  },
  themes(width, size, narrow) {
    const lines = narrow ? 2 : 1;
    return { room: width - 24, head: width / 2 - 14, lines, step: lines * size * 1.3 + 30, extra: 62,
      margin: { l: 6, r: 6, t: 34, b: 6 } };
  },
  strip(width) {
    return { room: width, head: width, lines: 1, step: 84, extra: 4, margin: { l: 6, r: 6, t: 4, b: 0 } };
  },
  targets(width, size, narrow) {
    const side = Math.round(width * (narrow ? 0.32 : 0.28));
    return { room: side - 14, head: (width - side) / 3, lines: narrow ? 3 : 2, step: 58, extra: 66,
      margin: { l: side, r: 6, t: 44, b: 6 } };
  },
  heat(width, size, narrow) {
    const side = Math.round(width * (narrow ? 0.34 : 0.26));
    return { room: side - 14, head: width - side, lines: narrow ? 2 : 1, step: narrow ? 32 : 24, extra: 66,
      margin: { l: side, r: 24, t: 56, b: 6 } };
  },
  bump(width, size, narrow) {
    const side = Math.round(width * (narrow ? 0.36 : 0.3));
    const lines = narrow ? 3 : 2;
    return { room: side - 20, head: width - side, lines, step: Math.max(lines * size * 1.3 + 4, 34), extra: 70,
      margin: { l: 14, r: side, t: 56, b: 8 } };
  },
  series(width, size, narrow) {
    const side = Math.round(width * (narrow ? 0.28 : 0.16));
    return { room: side - 16, head: width - side, lines: 3, step: 104, extra: 62,
      margin: { l: side, r: 24, t: 56, b: 4 } };
  },
  ranks(width, size, narrow) {
    const side = Math.round(width * (narrow ? 0.46 : 0.36));
    const lines = narrow ? 3 : 2;
    return { room: side - 28, head: 60, lines, step: Math.max(lines * size * 1.3 + 6, 36), extra: 60,
      margin: { l: 24, r: side, t: 40, b: 6 } };
  },
};

function eachString(value, change) {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((item) => eachString(item, change));
  if (!value || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, eachString(item, change)]));
}

// Where the words of the figure are in both languages, it holds their number.
function spoken(value) {
  if (Array.isArray(value)) return value.map(spoken);
  if (!value || typeof value !== "object") return value;
  if ("w" in value) return say(value.w);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, spoken(item)]));
}

// plotly wants colours, the figures name those of the style sheet.
function coloured(figure) {
  const style = getComputedStyle(root);
  return eachString(figure, (text) => {
    const name = /^var\((--[\w-]+)\)$/.exec(text);
    return name ? style.getPropertyValue(name[1]).trim() : text;
  });
}

// Headings have no name; they are wrapped and bold. Returns the most lines that a heading takes.
function labelled(annotations, frame, size) {
  let heads = 1;
  for (const note of annotations) {
    note.font = Object.assign({}, note.font, { size });
    if (note.name) {
      note.text = named(note.text, note.name.split("|")[2], frame.room / size, frame.lines);
      continue;
    }
    const lines = wrapped(note.text, frame.head / (size * 1.06), 2);
    heads = Math.max(heads, lines.length);
    note.text = "<b>" + lines.join("<br>") + "</b>";
  }
  return heads;
}

// A bar of the strip is a sentence, which the page has already; its colour is the number of one.
function quoted(trace, tones) {
  if (!trace.hovertext) return;
  trace.marker.color = trace.marker.color.map((tone) => tones[tone]);
  const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  trace.hovertext = trace.hovertext.map((told, place) => {
    const sentence = byId(trace.customdata[place][0]).textContent.trim();
    return "<b>" + told + "</b><br>" + wrapped(escaped(sentence), 36, 3).join("<br>");
  });
}

function laidOut(figure, width) {
  const { data, layout } = figure;
  const { kind, rows } = layout.meta;
  if (kind === "strip") data.forEach((trace) => quoted(trace, layout.meta.tones));
  const narrow = width < 620;
  const size = narrow ? 12 : 14;
  const frame = FRAMES[kind](width, size, narrow);
  for (const trace of narrow ? data : []) if (trace.textfont) trace.textfont.size = 11;
  const more = (labelled(layout.annotations || [], frame, size) - 1) * size * 1.3;
  layout.width = width;
  layout.height = Math.round(rows * frame.step + frame.extra + more);
  layout.margin = Object.assign(frame.margin, { t: frame.margin.t + more });
  layout.font = { family: getComputedStyle(document.body).fontFamily, size };
  return figure;
}

function lead(place) { if (place && place[0]) go(place[0], place[1]); }

function listen(element) {
  element.on("plotly_click", (event) => lead(event.points[0].customdata));
  element.on("plotly_clickannotation", (event) => lead((event.annotation.name || "").split("|")));
}

// To draw what listens to a reader takes longer: the chart that opens the page is drawn still first, and again
// once the document is whole (`whole.js`).
const stills = new Set();

// A chart that is not drawn yet takes the room that it will need: nothing that a reader points at may be pushed
// away when they come near one.
function reserve() {
  const waiting = all(".chart").filter((element) => figures[element.id] && !drawn.has(element));
  const widths = waiting.map((element) => element.clientWidth);
  waiting.forEach((element, place) => {
    if (!widths[place]) return;
    const empty = { data: [], layout: spoken(figures[element.id].layout) };
    element.style.minHeight = laidOut(empty, widths[place]).layout.height + "px";
  });
}

function draw(element, paper, still) {
  const width = paper || element.clientWidth;
  if (!element.clientWidth || typeof Plotly === "undefined") return;
  const { data, layout } = coloured(laidOut(spoken(figures[element.id]), width));
  Plotly.react(element, data, layout, { displayModeBar: false, showAxisDragHandles: false,
    staticPlot: Boolean(still), locale: "en" });
  element.dataset.width = String(width);
  element.style.minHeight = "";
  if (still) stills.add(element);
  else if (stills.delete(element) || !drawn.has(element)) listen(element);
  drawn.add(element);
  element.classList.add("drawn");
}

function redraw() {
  drawn.forEach((element) => draw(element));
  reserve();
}

const seen = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    if (!entry.isIntersecting) continue;
    seen.unobserve(entry.target);
    draw(entry.target);
  }
}, { rootMargin: NEAR + "px" });

// The charts that the document has by now; one that the reader comes to is drawn then.
function watch() {
  for (const chart of all(".chart")) if (figures[chart.id] && !drawn.has(chart)) seen.observe(chart);
}

let frame = 0;
addEventListener("resize", () => {
  cancelAnimationFrame(frame);
  frame = requestAnimationFrame(() => {
    drawn.forEach((element) => {
      if (element.clientWidth && element.dataset.width !== String(element.clientWidth)) draw(element);
    });
    reserve();
  });
});

// What opens in view is drawn at once, while the rest of the page is still on its way.
if ([null, written].includes(asked())) {
  for (const chart of all(".chart")) {
    if (figures[chart.id] && chart.getBoundingClientRect().top < innerHeight + NEAR) {
      draw(chart, 0, true);
    }
  }
}
