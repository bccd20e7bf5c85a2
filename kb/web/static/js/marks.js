// Marks the words one searched for in the article one came to, and offers to take the marks away.

const SKIPPED = "mark, .citation, .note-kind, .to-contents";

export function start(texts) {
  for (const text of texts) {
    const words = text.dataset.marks.split("|").filter((word) => word.trim());
    const lead = document.querySelector("div.lead");
    offer(text, [lead, text].flatMap((part) => (part ? mark(part, words) : [])));
  }
}

function mark(root, words) {
  // Longest first, so that a word never hides a longer one that begins alike.
  const escaped = words.sort((a, b) => b.length - a.length).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})(?![\\p{L}\\p{N}])`, "giu");
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest(SKIPPED)) nodes.push(walker.currentNode);
  return nodes.flatMap((node) => markIn(node, pattern));
}

function markIn(node, pattern) {
  const found = [...node.data.matchAll(pattern)];
  return found.reverse().map((match) => {
    const rest = node.splitText(match.index);
    rest.splitText(match[0].length);
    const element = document.createElement("mark");
    rest.replaceWith(element);
    element.append(rest);
    return element;
  });
}

function offer(text, marks) {
  const bar = document.querySelector("[data-marks-bar]");
  if (!bar) return;
  bar.hidden = !marks.length;
  bar.classList.remove("waits");
  bar.querySelector("button").addEventListener("click", () => {
    for (const element of marks) element.replaceWith(...element.childNodes);
    text.closest("article").normalize();
    bar.hidden = true;
    document.getElementById("side-innhold").focus({ preventScroll: true });
  });
}
