// Keys: / goes to the search box, arrows go through the hits, Esc goes back to the box and folds what lies open.

export function start() {
  const box = document.querySelector("input[type=search]");
  const hits = [...document.querySelectorAll("[data-hit]")];

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    // Arrows with Shift mark text; / is written with Shift on a Norwegian keyboard.
    if (event.shiftKey && event.key !== "/") return;
    const here = document.activeElement;
    const place = hits.indexOf(here);
    if (event.key === "/" && !isWriting(here)) go(event, box);
    else if (event.key === "Escape" && place >= 0) go(event, box);
    else if (event.key === "Escape") fold(event, here?.closest(".menu[open], .facets[open]"));
    else if (event.key === "ArrowDown" && here === box && box) go(event, hits[0]);
    else if (event.key === "ArrowDown" && place >= 0) go(event, hits[place + 1]);
    else if (event.key === "ArrowUp" && place >= 0) go(event, hits[place - 1] ?? box);
  });
}

function go(event, element) {
  if (!element) return;
  event.preventDefault();
  element.focus();
  if (element.type === "search") element.select();
}

function fold(event, panel) {
  const summary = panel?.querySelector("summary");
  if (!summary?.checkVisibility()) return; // on a wide screen it always lies open
  event.preventDefault();
  panel.open = false;
  summary.focus();
}

function isWriting(element) {
  return element?.isContentEditable || element?.matches("input, textarea, select");
}
