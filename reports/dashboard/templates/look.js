// ---- colours and paper ---------------------------------------------------------------------------------
const dark = matchMedia("(prefers-color-scheme: dark)");

function showTheme() {
  for (const button of all("[data-theme-choice]")) {
    button.setAttribute("aria-pressed", String(button.dataset.themeChoice === (root.dataset.theme || "auto")));
  }
}

function chooseTheme(name) {
  if (name === "auto") delete root.dataset.theme;
  else root.dataset.theme = name;
  try { localStorage.setItem("crossyear-theme", name); } catch (refused) { /* for this visit only */ }
  showTheme();
  redraw();
}

for (const button of all("[data-theme-choice]")) {
  button.addEventListener("click", () => chooseTheme(button.dataset.themeChoice));
}
dark.addEventListener("change", redraw);
showTheme();
for (const look of all(".look")) look.hidden = false;

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

// ---- start ---------------------------------------------------------------------------------------------
const opened = pairs.find((pair) => pair.dataset.chosen === "true");
if (opened) choose(opened.id);
speak(asked() || written);
follow();
