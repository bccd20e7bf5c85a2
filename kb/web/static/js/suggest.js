// Suggestions as one types: a combobox with a list, after the ARIA Authoring Practices.
// What is typed stays as typed; nothing is chosen before the reader says so.

const PAUSE = 120; // ms: fast typists make a key in about this time, so that each word asks once

export function start(inputs) {
  for (const input of inputs) combobox(input);
}

function combobox(input) {
  const words = input.dataset;
  const list = document.createElement("ul");
  list.id = `${input.id}-forslag`;
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", words.label);
  list.hidden = true;
  const status = document.createElement("p");
  status.className = "unseen";
  status.setAttribute("role", "status");
  input.after(list, status);
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": list.id,
  })) {
    input.setAttribute(name, value);
  }

  let active = -1;
  let timer = 0;
  let request = null;

  const options = () => [...list.children];

  function open(suggestions) {
    list.replaceChildren(...suggestions.map((suggestion, place) => option(suggestion, `${list.id}-${place}`)));
    active = -1;
    list.hidden = suggestions.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
    status.textContent = list.hidden ? "" : words.count.replace("0", suggestions.length);
  }

  function close() {
    clearTimeout(timer);
    request?.abort();
    open([]);
  }

  function choose(place) {
    const all = options();
    active = (place + all.length) % all.length;
    all.forEach((element, number) => element.setAttribute("aria-selected", String(number === active)));
    input.setAttribute("aria-activedescendant", all[active].id);
    all[active].scrollIntoView({ block: "nearest" });
  }

  async function ask() {
    request?.abort();
    const text = input.value.trim();
    if (text.length < 2) return open([]);
    request = new AbortController();
    const query = new URLSearchParams({ q: text });
    const standard = input.form.elements.maal?.value;
    if (standard) query.set("maal", standard);
    try {
      const answer = await fetch(`${words.suggest}?${query}`, { signal: request.signal });
      if (answer.ok && document.activeElement === input) open((await answer.json()).suggestions);
    } catch (error) {
      if (error.name !== "AbortError") open([]);
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      history.replaceState({ ...history.state, typed: input.value }, "");
      ask();
    }, PAUSE);
  });
  input.addEventListener("blur", close);
  input.form.addEventListener("submit", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") event.preventDefault(); // or the browser would empty the box
    if (list.hidden || event.isComposing) return;
    if (event.key === "ArrowDown") choose(active + 1);
    else if (event.key === "ArrowUp") choose(active < 0 ? -1 : active - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && active >= 0) location.assign(options()[active].dataset.url);
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  });
  // Whoever was quicker than this script has typed already.
  if (document.activeElement === input && input.value !== input.defaultValue) ask();
  // A browser forgets what stood in a box without autocompletion when one goes away and comes back; the history does not.
  input.value = history.state?.typed ?? input.value;
  // The list would close before the click is heard, were the box to lose focus.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const chosen = event.target.closest("[role=option]");
    if (chosen) location.assign(chosen.dataset.url);
  });
}

function option(suggestion, id) {
  const element = document.createElement("li");
  element.id = id;
  element.setAttribute("role", "option");
  element.setAttribute("aria-selected", "false");
  element.dataset.url = suggestion.url;
  if (suggestion.lang) element.lang = suggestion.lang;
  element.append(suggestion.text);
  if (suggestion.detail) {
    const detail = document.createElement("span");
    detail.className = "detail";
    if (suggestion.detail_lang) detail.lang = suggestion.detail_lang;
    detail.textContent = suggestion.detail;
    element.append(" ", detail);
  }
  return element;
}
