// Keys: / goes to the search box, arrows go through the hits, Esc goes back to the box.

export function start() {
  const box = document.querySelector("input[type=search]");
  const hits = [...document.querySelectorAll("[data-hit]")];

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const here = document.activeElement;
    const place = hits.indexOf(here);
    if (event.key === "/" && !isWriting(here)) go(event, box);
    else if (event.key === "Escape" && place >= 0) go(event, box);
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

function isWriting(element) {
  return element?.matches("input, textarea, select, [contenteditable]");
}
