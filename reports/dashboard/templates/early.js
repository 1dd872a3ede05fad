// Runs before anything is painted: a chosen colour scheme must not flash, and what needs scripts may show.
(function () {
  "use strict";
  const root = document.documentElement;
  root.classList.add("scripted");
  let theme = null;
  try { theme = localStorage.getItem("crossyear-theme"); } catch (refused) { /* pages from disk may not store */ }
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
})();
