// «Tilbake til treffene» goes back in the history to where the hits are, so that the page keeps its place.

export function start(elements) {
  const { navigation } = globalThis;
  if (!navigation?.updateCurrentEntry) return;
  const links = elements.filter((element) => element.matches("[data-back]"));
  // We tell no page where a reader came from, so the browser hides the addresses in its history too. What the page
  // of hits notes about itself is kept with its step in the history, in this window alone.
  if (!links.length) navigation.updateCurrentEntry({ state: { hits: page(location.href) } });
  for (const link of links) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      const before = navigation.entries().slice(0, navigation.currentEntry.index);
      const step = before.findLast((entry) => entry.getState()?.hits === page(link.href));
      if (!step) return;
      event.preventDefault();
      navigation.traverseTo(step.key);
    });
  }
}

function page(address) {
  return address.split("#")[0];
}
