// Everything works without this file; what it adds is comfort. Each part lives in a module of its own, fetched
// only by pages that have use for it.

const parts = [
  ["[data-suggest]", "./suggest.js"],
  ["input[type=search], [data-hit]", "./keys.js"],
  [".facets", "./choices.js"],
  ["[data-contents]", "./contents.js"],
  ["[data-copy], [data-copy-each]", "./copy.js"],
  ["[data-permanent]", "./sections.js"],
  ["[data-print]", "./print.js"],
  ["[data-marks]:not([data-marks=''])", "./marks.js"],
  ["[data-back], [data-hit]", "./back.js"],
];

// Kept when every part that this page has use for is at work.
export const started = Promise.all(
  parts.map(async ([selector, module]) => {
    const elements = document.querySelectorAll(selector);
    if (elements.length) (await import(module)).start([...elements]);
  }),
);
