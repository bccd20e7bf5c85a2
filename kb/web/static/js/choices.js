// The choices beside the hits: they stay open where one chose, fold on request, and keep what stands in the box.

export function start([panel]) {
  const chosen = panel.querySelector(":target");
  if (chosen) panel.open = true; // not every browser opens it by itself
  // An address that is shared leads to the hits, not to where the last one to choose stood.
  if (chosen || location.hash === "#antall") history.replaceState(history.state, "", location.pathname + location.search);

  panel.querySelector("[data-fold]").addEventListener("click", (event) => {
    event.preventDefault();
    panel.open = false;
    document.getElementById("antall").focus();
  });

  const box = document.querySelector("input[type=search]");
  document.querySelector("main").addEventListener("click", (event) => {
    const link = event.target.closest(".facets a, .search-top .chip, .orders a");
    if (!link || event.defaultPrevented || box.value.trim() === box.defaultValue) return;
    const address = new URL(link.href);
    address.searchParams.set("q", box.value);
    link.href = address;
  });
}
