// «Tilbake til treffene» goes back in the history when that is where the hits are, so that the page keeps its place.

export function start(links) {
  const entries = globalThis.navigation?.entries?.();
  if (!entries) return;
  const before = entries[globalThis.navigation.currentEntry.index - 1];
  for (const link of links) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (before?.url?.split("#")[0] !== link.href.split("#")[0]) return;
      event.preventDefault();
      history.back();
    });
  }
}
