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
  let jump = null;
  const follow = () => {
    waiting = false;
    const passed = passedOf(headings, jump);
    for (const list of lists) mark(list, passed);
    // Of two lists in one box, the finer comes first and decides what is seen.
    show(lists.map((list) => list.querySelector("a[aria-current]")).find(Boolean));
  };
  const mark = (list, passed) => {
    const own = passed.filter((heading) => links.get(heading).some((link) => list.contains(link))).at(-1);
    // A step is left when a heading of the level above has been passed.
    const left = own && passed.some((heading) => isAfter(heading, own) && heading.tagName < own.tagName);
    const current = own && !left ? links.get(own).find((link) => list.contains(link)) : null;
    const before = list.querySelector("a[aria-current]");
    if (before === current) return;
    before?.removeAttribute("aria-current");
    current?.setAttribute("aria-current", "location");
  };
  const jumped = () => {
    // A former anchor stands within its heading.
    const heading = document.querySelector(":target")?.closest("h2, h3, h4");
    jump = links.has(heading) ? { heading, place: scrollY } : null;
    follow();
  };
  addEventListener(
    "scroll",
    () => {
      if (!waiting) requestAnimationFrame(follow);
      waiting = true;
    },
    { passive: true },
  );
  addEventListener("hashchange", jumped);
  jumped();
}

function passedOf(headings, jump) {
  // Whoever jumped to a heading is there until they move, also where the page is too short to bring it to the top.
  if (jump && Math.abs(scrollY - jump.place) < 2) return headings.slice(0, headings.indexOf(jump.heading) + 1);
  // On the last screen of the page the line comes down to meet the headings that cannot rise to it.
  const left = document.documentElement.scrollHeight - innerHeight - scrollY;
  const line = Math.max(LINE, innerHeight - left);
  return headings.filter((heading) => heading.getBoundingClientRect().top <= line);
}

// Only the box is scrolled; the page is the reader's.
function show(link) {
  const box = link?.closest(".beside");
  // Whoever goes through the box with the keyboard decides what is seen of it.
  if (!box || box.querySelector(":focus-visible")) return;
  const { top, bottom } = link.getBoundingClientRect();
  const edge = box.getBoundingClientRect();
  const room = link.offsetHeight; // so that the next one is seen too
  if (top - room < edge.top) box.scrollTop -= edge.top - top + room;
  else if (bottom + room > edge.bottom) box.scrollTop += bottom + room - edge.bottom;
}

function isAfter(one, other) {
  return Boolean(other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
}
