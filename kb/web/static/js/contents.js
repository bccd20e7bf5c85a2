// The table of contents shows where in the text one is.

const LINE = 96; // px from the top: a heading one has jumped to stands above it, the next one seldom does

export function start(lists) {
  const links = new Map();
  for (const link of lists.flatMap((list) => [...list.querySelectorAll("a[href^='#']")])) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) links.set(heading, [...(links.get(heading) ?? []), link]);
  }
  const headings = [...links.keys()].sort((a, b) => (isAfter(b, a) ? -1 : 1));
  if (!headings.length) return;

  let waiting = false;
  const follow = () => {
    waiting = false;
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top <= LINE);
    for (const list of lists) mark(list, passed);
  };
  const mark = (list, passed) => {
    const own = passed.filter((heading) => links.get(heading).some((link) => list.contains(link))).at(-1);
    // A step is left when a heading of the level above has been passed.
    const left = own && passed.some((heading) => isAfter(heading, own) && heading.tagName < own.tagName);
    const current = own && !left ? links.get(own).find((link) => list.contains(link)) : null;
    const before = list.querySelector("a[aria-current]");
    if (before === current) return;
    before?.removeAttribute("aria-current");
    current?.setAttribute("aria-current", "true");
  };
  addEventListener(
    "scroll",
    () => {
      if (!waiting) requestAnimationFrame(follow);
      waiting = true;
    },
    { passive: true },
  );
  follow();
}

function isAfter(one, other) {
  return Boolean(other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
}
