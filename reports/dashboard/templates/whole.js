// ---- charts, now that the document is whole ------------------------------------------------------------
const charts = all(".chart").filter((element) => figures[element.id]);
reserve();
watch();
afterSpeaking.push(redraw);
for (const chart of stills) draw(chart);

function save(chart) {
  if (!drawn.has(chart)) draw(chart);
  const paper = getComputedStyle(root).getPropertyValue("--panel").trim();
  const { data, layout } = chart;
  Plotly.downloadImage({ data, layout: Object.assign({}, layout, { paper_bgcolor: paper }) },
    { format: "png", scale: 2, width: layout.width, height: layout.height, filename: chart.id });
}

for (const button of all("[data-action='save']")) {
  button.hidden = !figures[button.dataset.chart];
  button.addEventListener("click", () => save(byId(button.dataset.chart)));
}
