// Buttons that copy: a short address, or a text on the page.

export function start(buttons) {
  if (!navigator.clipboard) return; // only on a safe connection; without it the address stands there to be marked
  for (const button of buttons) {
    const words = button.querySelector("span");
    const before = words.textContent;
    words.setAttribute("aria-live", "polite");
    button.hidden = false;
    button.addEventListener("click", async () => {
      const source = button.dataset.copy;
      const text = source.startsWith("#")
        ? document.querySelector(source).textContent.trim()
        : new URL(source + (button.dataset.here ?? ""), location.href).href;
      try {
        await navigator.clipboard.writeText(text);
        words.textContent = button.dataset.done;
      } catch {
        words.textContent = button.dataset.failed;
      }
      setTimeout(() => (words.textContent = before), 4000);
    });
  }
}
