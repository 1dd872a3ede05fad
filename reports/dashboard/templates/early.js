// Runs before anything is painted: a chosen colour scheme must not flash, and what needs scripts may show.
(function () {
  "use strict";
  const root = document.documentElement;
  root.classList.add("scripted");
  // What draws the charts tries out the browser as it starts, and some of its trials throw. To note where, V8
  // reads these 5 MB anew for each: a third of the time before the first chart. `base.js` sets it back.
  Error.stackTraceLimit = 0;
  let theme = null;
  try { theme = localStorage.getItem("crossyear-theme"); } catch (refused) { /* pages from disk may not store */ }
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
})();
