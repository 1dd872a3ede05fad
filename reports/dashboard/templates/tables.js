// ---- tables whose rows can be chosen by kind -----------------------------------------------------------
function applyChoice(part) {
  const kinds = all(".chip[aria-pressed='true']", part).map((chip) => chip.dataset.rows);
  for (const row of all("[data-row-kinds]", part)) {
    const own = row.dataset.rowKinds.split(" ");
    row.hidden = kinds.length > 0 && !kinds.some((kind) => own.includes(kind));
  }
  for (const box of all("details", part)) {
    const some = all("[data-row-kinds]", box).some((row) => !row.hidden);
    box.hidden = !some;
    if (kinds.length) { if (!box.dataset.was) box.dataset.was = String(box.open); box.open = some; }
    else if (box.dataset.was) { box.open = box.dataset.was === "true"; delete box.dataset.was; }
  }
}

for (const chips of all(".row-chips")) {
  chips.hidden = false;
  chips.addEventListener("click", (event) => {
    const chip = event.target.closest("button");
    if (!chip) return;
    toggled(chip);
    applyChoice(chips.closest(".part"));
  });
}
