// Buttons that copy: an address, or a text on the page.

export function start(elements) {
  if (!navigator.clipboard) return; // only on a safe connection; without it the text stands there to be marked
  for (const element of elements) {
    if (element.matches("details")) element.addEventListener("toggle", () => offer(element), { once: true });
    else wire(element, () => told(element.dataset.copy));
  }
}

// A list of texts has a button for each, made when the list is first opened.
function offer(list) {
  const button = list.querySelector("template").content.firstElementChild;
  for (const reference of list.querySelectorAll(".reference")) {
    const own = button.cloneNode(true);
    reference.nextElementSibling.prepend(own);
    wire(own, () => reference.textContent.trim());
  }
}

function told(source) {
  return source.startsWith("#") ? document.querySelector(source).textContent.trim() : source;
}

function wire(button, text) {
  const words = button.querySelector("span");
  const before = words.textContent;
  words.setAttribute("aria-live", "polite");
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text());
      words.textContent = button.dataset.done;
    } catch {
      words.textContent = button.dataset.failed;
    }
    setTimeout(() => (words.textContent = before), 4000);
  });
}
