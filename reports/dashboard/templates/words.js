// ---- the page in either language -----------------------------------------------------------------------
// The document holds the words of the language in which it was written; what else they are called stands in
// one table, by the numbers that the elements carry. The address keeps the choice.
const words = JSON.parse(byId("words").textContent);
const written = root.lang;
const afterSpeaking = [];

const say = (number) => words[root.lang][number];

function sayAttributes(element) {
  for (const told of element.dataset.a.split(" ")) {
    const colon = told.indexOf(":");
    element.setAttribute(told.slice(0, colon), say(told.slice(colon + 1)));
  }
}

function speak(tag) {
  if (!Object.hasOwn(words, tag)) return;
  for (const button of all("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === tag));
  }
  if (tag === root.lang) return;
  root.lang = tag;
  // A symbol may stand before the words.
  for (const element of all("[data-w]")) (element.lastChild || element).textContent = say(element.dataset.w);
  for (const element of all("[data-a]")) sayAttributes(element);
  for (const element of all("[data-own]")) element.lang = tag;
  for (const act of afterSpeaking) act();
}

function keepLanguage(tag) {
  const address = new URL(location.href);
  if (tag === written) address.searchParams.delete("lang");
  else address.searchParams.set("lang", tag);
  try { history.replaceState(history.state, "", address); } catch (refused) { /* for this visit only */ }
}

const asked = () => new URLSearchParams(location.search).get("lang");

for (const button of all("[data-language]")) {
  button.addEventListener("click", () => {
    speak(button.dataset.language);
    keepLanguage(button.dataset.language);
  });
}
