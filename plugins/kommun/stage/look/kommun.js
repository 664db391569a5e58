// Small comforts. Everything works without them: the menu is then always open,
// and the lists are shown whole.
const root = document.documentElement;
root.classList.remove("no-js");

// What has ended is not shown from a cache or an open window: a page, a row, a name. A preview shows any day.
let timer;

function guard() {
  let next = 3600000; // no later, since clocks stand still in sleep
  for (const element of document.querySelectorAll("[data-expires]")) {
    const left = Date.parse(element.dataset.expires) - Date.now();
    if (left <= 0) end(element);
    else if (left < next) next = left;
  }
  clearTimeout(timer);
  timer = setTimeout(guard, next);
}

function end(element) {
  const main = document.querySelector("main");
  const shown = element === root ? main : element;
  if (!shown) return;
  shown.hidden = document.readyState === "loading";
  if (shown.hidden) return; // until it is whole
  delete element.dataset.expires;
  if (element === root) {
    main.replaceChildren(...document.getElementById("ended").children);
    document.title = main.querySelector("[role=heading]").textContent;
  } else if (element.tagName === "SPAN") {
    const name = element.textContent;
    const words = (element.textContent = main.dataset.removed);
    for (const copy of document.querySelectorAll("title, code, .contents a")) {
      copy.textContent = copy.textContent.replaceAll(name, words);
    }
  } else if (element !== main) {
    const list = element.parentElement;
    element.remove();
    if (list.matches("ul, .alerts") && !list.children.length) list.remove();
  }
}

if (!("preview" in root.dataset)) {
  const watch = new MutationObserver(guard);
  watch.observe(root, { childList: true, subtree: true });
  addEventListener("DOMContentLoaded", () => {
    watch.disconnect();
    guard();
  });
  addEventListener("pageshow", guard);
  document.addEventListener("visibilitychange", guard);
}

function menu() {
  const button = document.querySelector(".menu-button");
  const list = document.getElementById("meny");
  const isOpen = () => button.getAttribute("aria-expanded") === "true";
  const show = (open) => {
    button.setAttribute("aria-expanded", String(open));
    list.classList.toggle("open", open);
  };
  button.addEventListener("click", () => show(!isOpen()));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isOpen()) {
      show(false);
      button.focus();
    }
  });
}

// Beside the text the contents take no room from it.
function contents() {
  const details = document.querySelector(".contents details");
  if (details && matchMedia("(min-width: 66rem)").matches) details.open = true;
}

// A table too wide for a phone lays its cells under each other, each with its label (the style sheet does it);
// the roles keep it a table. On a wider screen it scrolls in a frame that the keyboard reaches too.
function tables() {
  for (const table of document.querySelectorAll(".content table:not(.labelled)")) {
    const frame = document.createElement("div");
    frame.className = "scroll";
    table.replaceWith(frame);
    frame.append(table);
    if (frame.scrollWidth <= frame.clientWidth) continue;
    if (table.tHead && matchMedia("(max-width: 40rem)").matches) label(table);
    else frame.tabIndex = 0;
  }
}

function label(table) {
  const labels = [...table.tHead.rows[0].cells].map((cell) => cell.textContent);
  table.classList.add("labelled");
  table.setAttribute("role", "table");
  for (const row of table.rows) {
    row.parentElement.setAttribute("role", "rowgroup");
    row.setAttribute("role", "row");
    for (const cell of row.cells) {
      cell.dataset.label = labels[cell.cellIndex];
      cell.setAttribute("role", cell.tagName === "TH" ? "columnheader" : "cell");
    }
  }
}

function filter(index) {
  const field = index.querySelector("input");
  const count = index.querySelector("[role=status]");
  const hint = count.textContent;
  const rows = [...index.querySelectorAll("section li")].map((row) => [row, row.textContent.toLowerCase()]);
  const apply = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let hits = 0;
    for (const [row, text] of rows) {
      row.hidden = !words.every((word) => text.includes(word));
      hits += !row.hidden;
    }
    for (const section of index.querySelectorAll("section")) {
      section.hidden = !section.querySelector("li:not([hidden])");
    }
    const { none, one, hits: many } = count.dataset;
    count.textContent = !words.length ? hint : !hits ? none : hits === 1 ? one : many.replace("{count}", hits);
  };
  field.value = new URLSearchParams(location.search).get("q") || "";
  field.addEventListener("input", apply);
  index.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
  apply();
}

addEventListener("DOMContentLoaded", () => {
  menu();
  contents();
  tables();
  document.querySelectorAll("[data-filter]").forEach(filter);
});
