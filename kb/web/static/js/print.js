// Buttons that print the page.

export function start(buttons) {
  for (const button of buttons) {
    button.classList.remove("waits");
    button.addEventListener("click", () => print());
  }
}
