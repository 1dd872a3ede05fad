// ---- labels of charts: wrapped to the width at hand ----------------------------------------------------
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
