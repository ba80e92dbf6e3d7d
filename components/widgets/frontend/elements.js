// What the components share: elements made without markup, icons and chips.
// Texts of candidates and vendors only ever pass through `textContent` and attributes.

const SVG = "http://www.w3.org/2000/svg";

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

function draw(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

// One shape for each meaning, so that colour is never the only code.
const ICONS = {
  check: "M3.5 8.5 6.5 11.5 12.5 4.5",
  cross: "M4 4 12 12 M12 4 4 12",
  question: "M5.5 6a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8 M8 12.6v.4",
  dash: "M4 8H12",
  clock: "M8 2.5a5.5 5.5 0 1 0 .01 0 M8 5v3.2l2 1.3",
  play: "M5.5 4 11.5 8 5.5 12Z",
  flag: "M4.5 13.5V3h7l-1.6 2.6L11.5 8.2h-7",
  warning: "M8 3 13.5 12.8H2.5Z M8 6.6v2.8 M8 11.2v.2",
  stop: "M8 2.5a5.5 5.5 0 1 0 .01 0 M4.2 4.2 11.8 11.8",
  exit: "M6.5 3.5h-3v9h3 M7 8h6 M10.5 5.5 13 8 10.5 10.5",
  layers: "M8 3 13.5 6 8 9 2.5 6Z M2.5 9.5 8 12.5 13.5 9.5",
  source: "M3 5.5c0-1.4 2.2-2.5 5-2.5s5 1.1 5 2.5-2.2 2.5-5 2.5-5-1.1-5-2.5Z M3 5.5v5c0 1.4 2.2 2.5 5 2.5s5-1.1 5-2.5v-5",
};

function icon(name) {
  return draw(
    "svg",
    { class: "icon", viewBox: "0 0 16 16", "aria-hidden": "true", focusable: "false" },
    draw("path", { d: ICONS[name] ?? ICONS.dash }),
  );
}

function chip({ text, tone, icon: name, title }) {
  const label = make("span", { class: "chip-text" });
  label.textContent = text;
  return make("span", { class: `chip ${tone}`, title: title || null }, icon(name), label);
}

function clock(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const tail = String(whole % 60).padStart(2, "0");
  return hours ? `${hours}:${String(minutes).padStart(2, "0")}:${tail}` : `${minutes}:${tail}`;
}

// A score on its scale: dot on band, an open dot without one; all places are shares of the width.
const percent = (share) => `${(share * 100).toFixed(2)}%`;

function band(score) {
  const picture = draw("svg", { class: "band", "aria-hidden": "true", focusable: "false" });
  picture.append(draw("line", { class: "axis", x1: "0", x2: "100%", y1: "8", y2: "8" }));
  if (score.lower !== null) {
    const width = percent(Math.max(score.upper - score.lower, 0.012));
    picture.append(draw("rect", { class: "range", x: percent(score.lower), y: "2.5", width, height: "11", rx: "2" }));
  }
  if (score.cut !== null) {
    picture.append(draw("line", { class: "cut", x1: percent(score.cut), x2: percent(score.cut), y1: "0", y2: "16" }));
  }
  const kind = score.lower === null ? "dot open" : "dot";
  picture.append(draw("circle", { class: kind, cx: percent(score.value), cy: "8", r: kind === "dot" ? "3" : "3.5" }));
  return make("span", { class: "picture" }, picture);
}

// As many places as anybody reads; what is small keeps three digits, so that nothing becomes a zero.
function written(number) {
  if (Number.isInteger(number)) return Math.abs(number) < 1e4 ? String(number) : number.toLocaleString("en-US");
  return Math.abs(number) < 0.001 ? number.toPrecision(3) : String(Number(number.toFixed(4)));
}

// A table of plain texts and numbers; a missing one is a dash, never a zero.
function cell(value, tag, { scope, number }) {
  const drawn = make(tag, { scope, class: number ? "number" : null });
  const text = typeof value === "number" ? written(value) : String(value);
  drawn.textContent = value === null ? "–" : text;
  return drawn;
}

function numeric(cells) {
  const given = cells.filter((value) => value !== null);
  return given.length > 0 && given.every((value) => typeof value === "number");
}

function dataTable({ title, columns, rows }) {
  const caption = make("caption", { class: "visually-hidden" });
  caption.textContent = `The numbers of: ${title}`;
  const numbers = columns.map((_, at) => numeric(rows.map((row) => row[at])));
  const head = columns.map((name, at) => cell(name, "th", { scope: "col", number: numbers[at] }));
  const lines = rows.map((row) => make("tr", {}, ...row.map((value, at) => {
    const number = numbers[at];
    return at ? cell(value, "td", { number }) : cell(value, "th", { scope: "row", number });
  })));
  const table = make("table", {}, caption, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...lines));
  return make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": `Data table: ${title}` }, table);
}

// State of one mounted instance; the renderer runs again with each change of its data.
const INSTANCES = new WeakMap();

function instance(parent, begin) {
  if (!INSTANCES.has(parent)) INSTANCES.set(parent, begin());
  return INSTANCES.get(parent);
}

// The way of a figure or a table into the reader's own report; "in" when it is there.
function showPin(button, pin) {
  button.hidden = !pin;
  button.disabled = pin === "in";
  button.textContent = pin === "in" ? "In the report" : "Add to report";
}
