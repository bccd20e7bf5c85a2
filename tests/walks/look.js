// What a reader sees and what has the focus. It only looks; nothing on the page is changed.
(() => {
  const seen = (element) =>
    element.checkVisibility({ visibilityProperty: true }) && !element.closest(".unseen") && element.getClientRects().length > 0;
  const tidy = (text) => text.replace(/\s+/g, " ").trim();

  function* texts(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (seen(walker.currentNode.parentElement)) yield walker.currentNode;
  }
  const words = (element) => tidy([...texts(element)].map((node) => node.data).join(""));

  // How far below or above the window something is, in windows; 0 when it is there to be seen.
  const away = (box) => {
    const height = document.documentElement.clientHeight;
    if (box.top < 0) return -box.top / height;
    return Math.max(0, (Math.min(box.bottom, box.top + height) - height) / height);
  };

  const controls = () => [...document.querySelectorAll("a[href], button, summary")];
  // «…» stands for what is not worth telling, as the number in «Viser hit (12)».
  const isCalled = (name) => {
    const parts = name.split("…").map((part) => part.trim().replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    const pattern = new RegExp(`^${parts.join(".*")}$`);
    return (element) => pattern.test(words(element));
  };

  const around = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return range;
  };

  // The place of the text that is nearest to the window.
  function nearest(text) {
    const places = [];
    let all = "";
    for (const node of texts(document.body ?? document.documentElement)) {
      for (let offset = 0; offset < node.data.length; offset++) {
        const letter = /\s/.test(node.data[offset]) ? " " : node.data[offset];
        if (letter === " " && all.endsWith(" ")) continue;
        all += letter;
        places.push([node, offset]);
      }
    }
    let best = null;
    for (let at = all.indexOf(text); at >= 0 && best?.away !== 0; at = all.indexOf(text, at + 1)) {
      const range = document.createRange();
      const [last, offset] = places[at + text.length - 1];
      range.setStart(...places[at]);
      range.setEnd(last, offset + 1);
      const far = away(range.getBoundingClientRect()) || (isCovered(range) ? 0.01 : 0);
      if (!best || far < best.away) best = { range, away: far };
    }
    return best;
  }

  // Whether something else lies over the beginning of an element or a piece of text.
  const isCovered = (thing) => {
    const box = [...thing.getClientRects()].find((one) => one.width);
    const top = box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    const element = thing instanceof Range ? thing.startContainer.parentElement : thing;
    return !top || !(element.contains(top) || top.contains(element));
  };

  return {
    // The link or button with these words: in the window, or else the first, or else the closed part that holds it.
    find(name) {
      const found = controls().filter((element) => seen(element) && isCalled(name)(element));
      const here = found.find((element) => away(element.getBoundingClientRect()) === 0);
      if (found.length) return here ?? found[0];
      const hidden = controls().find((element) => tidy(element.textContent) === name && element.closest("details:not([open])"));
      return hidden?.closest("details:not([open])").querySelector("summary") ?? null;
    },
    away: (element) => away(element.getBoundingClientRect()),
    leaves(element) {
      if (!element.hasAttribute("href")) return false;
      const to = new URL(element.getAttribute("href"), location.href);
      return to.pathname + to.search !== location.pathname + location.search || !to.hash;
    },
    // Where the text is: 0 when it is in the window and nothing covers it, else how far away; null when it is nowhere.
    where(text) {
      const found = nearest(text);
      return found && found.away;
    },
    // Words of the window in which an element or a text stands, until it; what lies above was passed at a glance.
    read(until) {
      const end = typeof until === "string" ? nearest(until).range : around(until);
      const nav = end.startContainer.parentElement?.closest("nav");
      const top = Math.max(0, end.getBoundingClientRect().bottom - document.documentElement.clientHeight);
      let count = 0;
      const part = end.startContainer.parentElement?.closest("main, header, footer");
      for (const node of texts(part ?? document.documentElement)) {
        if (end.comparePoint(node, 0) > 0) break;
        const other = node.parentElement.closest("nav");
        if (other && other !== nav) continue;
        const text = node === end.endContainer ? node.data.slice(0, end.endOffset) : node.data;
        if (around(node).getBoundingClientRect().bottom > top) count += tidy(text).split(" ").filter(Boolean).length;
      }
      return count;
    },
    focus() {
      const element = document.activeElement;
      return element === document.body ? null : element;
    },
    hasRing(element) {
      const halo = element.querySelector(".halo"); // a link in a drawing, which has no outline
      const style = getComputedStyle(halo ?? element);
      if (halo) return style.stroke !== "none" && parseFloat(style.strokeWidth) >= 2;
      return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    },
    isCovered,
    isDark() {
      const [red, green, blue] = getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g).map(Number);
      return red + green + blue < 3 * 128;
    },
    painted: () => performance.getEntriesByType("paint").length > 0,
    // Seconds until the last of: the page is there, and the largest part of it is painted.
    seconds() {
      const observer = new PerformanceObserver(() => {});
      observer.observe({ type: "largest-contentful-paint", buffered: true });
      const largest = observer.takeRecords().map((entry) => entry.startTime);
      const [page] = performance.getEntriesByType("navigation");
      const paints = performance.getEntriesByType("paint").map((entry) => entry.startTime);
      return Math.max(page.responseEnd, page.domContentLoadedEventEnd, ...paints, ...largest) / 1000;
    },
  };
})()
