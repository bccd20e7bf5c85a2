// The link beside a heading copies the section's permanent address, and says so once.

const SAID = 2500; // ms that «Kopiert» stands there

export function start(texts) {
  if (!navigator.clipboard) return; // only on a safe connection; without it the link goes to the section
  for (const text of texts) {
    const status = document.createElement("p");
    status.className = "unseen";
    status.setAttribute("role", "status");
    status.lang = document.documentElement.lang; // the text around it may be in another
    text.after(status);
    text.addEventListener("click", (event) => copy(event, text, status));
  }
}

async function copy(event, text, status) {
  const link = event.target.closest(".to-section");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  try {
    await navigator.clipboard.writeText(text.dataset.permanent + link.hash);
  } catch {
    location.hash = link.hash;
    return;
  }
  // The address field tells the section too; the reader stays where they are.
  history.replaceState(history.state, "", link.hash);
  for (const other of text.querySelectorAll("[data-said]")) delete other.dataset.said;
  link.dataset.said = text.dataset.done;
  status.textContent = text.dataset.done;
  setTimeout(() => {
    delete link.dataset.said;
    status.textContent = "";
  }, SAID);
}
