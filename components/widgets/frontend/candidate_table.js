// The candidate table: draws rows that Python has put into words; sends `sorted` and `opened`.

const COLUMNS = [
  { key: "pick", label: "Compare", hidden: true },
  { key: "name", label: "Candidate", sort: "name" },
  { key: "role", label: "Role", sort: "role" },
  { key: "overall", label: "Overall score", sort: "score" },
  { key: "outcome", label: "Outcome", sort: "outcome" },
  { key: "status", label: "Status", sort: "status" },
  { key: "source", label: "Source", sort: "vendor" },
  { key: "date", label: "Date", sort: "date" },
  { key: "duration", label: "Duration", sort: "duration", number: true },
  { key: "signals", label: "Signals", number: true },
  { key: "notices", label: "Notices", sort: "notices", number: true },
];
// What can be sorted by without a column of its own.
const MORE_SORTS = [{ label: "Version", sort: "version" }];
const DESCENDS_FIRST = new Set(["date", "score", "duration", "notices"]);

function header(column, ask) {
  const cell = make("th", { scope: "col", class: column.number ? `${column.key} number` : column.key });
  if (!column.sort) {
    cell.append(column.hidden ? make("span", { class: "visually-hidden" }, column.label) : column.label);
    return { cell, column };
  }
  const arrow = make("span", { class: "arrow", "aria-hidden": "true" });
  const button = make("button", { type: "button" });
  button.append(column.label, arrow);
  button.onclick = () => ask(column.sort);
  cell.append(button);
  return { cell, column, arrow };
}

function markSort(headers, sort) {
  for (const { cell, column, arrow } of headers) {
    if (!arrow) continue;
    const active = column.sort === sort.column;
    cell.setAttribute("aria-sort", active ? (sort.descending ? "descending" : "ascending") : "none");
    arrow.textContent = active ? (sort.descending ? "↓" : "↑") : "";
  }
}

function begin(parent) {
  const root = parent.querySelector(".root");
  const state = { root, drawn: [], rows: [] };
  const ask = (column) => {
    const { sort } = state.data;
    const same = sort.column === column;
    const descending = same ? !sort.descending : DESCENDS_FIRST.has(column);
    state.send("sorted", { column, descending });
  };
  state.headers = COLUMNS.map((column) => header(column, ask));
  state.caption = make("caption", { class: "visually-hidden" });
  state.body = make("tbody");
  const head = make("thead", {}, make("tr", {}, ...state.headers.map(({ cell }) => cell)));
  state.sorter = sorter(state);
  root.append(state.sorter.element, make("table", {}, state.caption, head, state.body));
  state.body.addEventListener("click", (event) => follow(event, state));
  return state;
}

// On narrow screens the header row is gone; a menu takes its place.
function sorter(state) {
  const select = make("select", { id: "sort-by" });
  for (const { label, sort } of [...COLUMNS, ...MORE_SORTS].filter((column) => column.sort)) {
    select.append(make("option", { value: sort }, label));
  }
  const direction = make("button", { type: "button", class: "direction" });
  const send = (descending) => state.send("sorted", { column: select.value, descending });
  select.onchange = () => send(DESCENDS_FIRST.has(select.value));
  direction.onclick = () => send(!state.data.sort.descending);
  const label = make("label", { for: "sort-by" }, "Sort by");
  return { element: make("div", { class: "sorter" }, label, select, direction), select, direction };
}

// A plain click anywhere in a row follows its link inside the session; the browser keeps the rest.
function follow(event, state) {
  if (event.target.closest(".pick")) return;
  const special = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button;
  const row = event.target.closest("tr");
  if (special || !row || state.root.getRootNode().getSelection?.()?.toString()) return;
  event.preventDefault();
  state.send("opened", row.dataset.id);
}

function quiet(text, classes) {
  const drawn = make("span", { class: `quiet ${classes}` });
  drawn.textContent = text;
  return drawn;
}

function scoreCell({ overall: score, cefr, vendor, version, doubt }) {
  const words = make("span", { class: score.value === null ? "quiet" : "score" }, score.text);
  const more = score.note ? quiet(score.note, "note") : null;
  const level = cefr ? quiet(cefr, "note") : null;
  const instrument = quiet([vendor.text, version].filter(Boolean).join(" · "), "note also-source");
  const doubtful = doubt ? quiet(doubt, "note doubt") : null;
  const texts = make("span", { class: "texts" }, words, more, level, doubtful, instrument);
  // Scores on another scale than 0-100 have no place on this column's axis.
  const picture = score.value === null || !score.drawn ? null : band(score);
  return make("div", { class: doubt ? "scoring grey" : "scoring", title: score.title || null }, picture, texts);
}

function nameCell(row) {
  const link = make("a", { href: row.href, target: "_self" });
  link.textContent = row.name ?? "No name given";
  if (row.name === null) link.className = "nameless";
  const email = make("span", { class: "quiet email" });
  email.textContent = row.email ?? "";
  const role = make("span", { class: "quiet also-role" });
  role.textContent = row.role ?? "No role given";
  const gone = row.gone ? quiet(row.gone, "gone") : null;
  return make("div", { class: "person" }, link, row.email ? email : null, role, gone);
}

function sourceCell({ vendor, version }) {
  return make("div", { class: "origin" }, chip(vendor), version ? quiet(version, "note version") : null);
}

function pickCell(row) {
  const box = make("input", { type: "checkbox", "aria-label": `Compare ${row.name ?? "this interview"}` });
  box.checked = row.picked;
  box.onchange = () => row.send("picked", { id: row.id, on: box.checked });
  return make("label", { class: "pick" }, box);
}

function count(number, word) {
  // None collected is not the same as none seen.
  if (number === null) return make("span", { class: "quiet dash", title: "Not collected" }, "–");
  const drawn = make("span", { class: number ? "count" : "count none" }, String(number));
  drawn.append(make("span", { class: "word" }, ` ${number === 1 ? word : `${word}s`}`));
  return drawn;
}

function text(value, missing) {
  const drawn = make("span", { class: value === null ? `quiet${missing === "–" ? " dash" : ""}` : "text" });
  drawn.textContent = value ?? missing;
  return drawn;
}

const CELLS = {
  pick: pickCell,
  name: nameCell,
  role: (row) => text(row.role, "No role given"),
  overall: scoreCell,
  outcome: (row) => chip(row.outcome),
  status: (row) => chip(row.status),
  source: sourceCell,
  date: (row) => (row.date ? make("time", { datetime: row.iso, title: row.time }, row.date) : text(null, "–")),
  duration: (row) => text(row.duration, "–"),
  signals: (row) => count(row.signals, "signal"),
  notices: (row) => count(row.notices, "notice"),
};

function drawRow(row) {
  const cells = COLUMNS.map(({ key, number }) => {
    const tag = key === "name" ? "th" : "td";
    const classes = number ? `${key} number` : key;
    return make(tag, { class: classes, scope: key === "name" ? "row" : null }, CELLS[key](row));
  });
  return make("tr", { "data-id": row.id }, ...cells);
}

// Rows that did not change keep their elements, and with them focus and selection; so does a row
// that was ticked: the keyboard would lose its place.
function update(state, rows) {
  const send = (event, value) => state.send(event, value);
  const known = new Map(state.drawn.map((entry) => [entry.id, entry]));
  const drawn = rows.map((row) => {
    const words = JSON.stringify({ ...row, picked: null });
    const old = known.get(row.id);
    const entry = old?.words === words ? old : { id: row.id, words, element: drawRow({ ...row, send }) };
    entry.element.querySelector("input").checked = row.picked;
    return entry;
  });
  const same = drawn.length === state.drawn.length && drawn.every((entry, at) => entry === state.drawn[at]);
  if (!same) state.body.replaceChildren(...drawn.map(({ element }) => element));
  state.drawn = drawn;
}

export default function render({ data, parentElement, setTriggerValue }) {
  const state = instance(parentElement, () => begin(parentElement));
  state.data = data;
  state.send = setTriggerValue;
  state.caption.textContent = data.caption;
  // A short list may come in an order of its own: then nothing offers another.
  state.sorter.element.hidden = !data.sort;
  for (const { cell } of state.headers) for (const button of cell.querySelectorAll("button")) button.disabled = !data.sort;
  if (data.sort) {
    state.sorter.select.value = data.sort.column;
    state.sorter.direction.textContent = data.sort.descending ? "Descending ↓" : "Ascending ↑";
    markSort(state.headers, data.sort);
  }
  update(state, data.rows);
  return () => INSTANCES.delete(parentElement);
}
