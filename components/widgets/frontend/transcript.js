// The transcript: search inside it, follow the recording, send `seek` for the second of a line.

function line(entry, state) {
  const text = make("span", { class: "words", dir: "auto" });
  text.textContent = entry.text;
  const speaker = make("span", { class: "speaker" });
  speaker.textContent = entry.speaker;
  const element = make("div", { class: `line ${entry.role}` }, time(entry.at, state), speaker, text);
  return { entry, element, text };
}

function time(at, state) {
  if (at === null) return make("span", { class: "time quiet" }, "–");
  const button = make("button", { type: "button", class: "time", "aria-label": `Play from ${clock(at)}` }, clock(at));
  button.onclick = () => {
    window.dispatchEvent(new CustomEvent("scoreband:seek", { detail: { channel: state.data.channel, seconds: at } }));
    mark(state, at, true);
    state.send("seek", at);
  };
  return button;
}

function chapter(entry) {
  const title = make("span", { dir: "auto" });
  title.textContent = entry.chapter;
  const start = make("span", { class: "quiet" }, entry.start);
  return { entry, element: make("h4", {}, title, start) };
}

function fill(state) {
  state.drawn = state.data.entries.map((entry) => ("chapter" in entry ? chapter(entry) : line(entry, state)));
  state.lines = state.drawn.filter((drawn) => drawn.text);
  state.timed = state.lines.filter(({ entry }) => entry.at !== null).sort((a, b) => a.entry.at - b.entry.at);
  state.box.replaceChildren(...state.drawn.map(({ element }) => element));
  state.marked = undefined;
  search(state);
}

function highlight(drawn, pattern) {
  const { text } = drawn.entry;
  const parts = [];
  let end = 0;
  for (const found of text.matchAll(pattern)) {
    parts.push(text.slice(end, found.index), make("mark", {}, found[0]));
    end = found.index + found[0].length;
  }
  drawn.text.replaceChildren(...parts, text.slice(end));
  drawn.lit = true;
  return parts.length > 0;
}

function search(state) {
  const wanted = state.input.value.trim();
  const pattern = wanted && new RegExp(wanted.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+"), "giu");
  let found = 0;
  for (const drawn of state.lines) {
    const keep = !pattern || drawn.entry.text.search(pattern) >= 0;
    if (pattern && keep) highlight(drawn, pattern);
    else if (drawn.lit) { drawn.text.textContent = drawn.entry.text; drawn.lit = false; }
    drawn.element.hidden = !keep;
    found += keep;
  }
  hideEmptyChapters(state, pattern);
  const all = state.lines.length;
  state.count.textContent = pattern ? `${found} of ${all} lines` : `${all} lines`;
  state.nothing.hidden = !pattern || found > 0;
}

function hideEmptyChapters(state, pattern) {
  let heading;
  for (const drawn of state.drawn) {
    if (!drawn.text) { heading = drawn.element; heading.hidden = Boolean(pattern); }
    else if (heading && !drawn.element.hidden) heading.hidden = false;
  }
}

function lineAt(timed, seconds) {
  let [low, high] = [0, timed.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (timed[middle].entry.at <= seconds + 0.05) low = middle + 1;
    else high = middle;
  }
  return timed[low - 1];
}

// Scrolls the box only: the page stays where the reader left it.
function mark(state, seconds, follow) {
  const now = lineAt(state.timed, seconds);
  if (now === state.marked) return;
  state.marked?.element.removeAttribute("aria-current");
  state.marked = now;
  if (!now) return;
  now.element.setAttribute("aria-current", "true");
  if (!follow || now.element.hidden) return;
  const { offsetTop, offsetHeight } = now.element;
  const { scrollTop, clientHeight } = state.box;
  const seen = offsetTop >= scrollTop + 40 && offsetTop + offsetHeight <= scrollTop + clientHeight - 20;
  if (!seen) state.box.scrollTop = offsetTop - clientHeight / 3;
}

function begin(root) {
  const state = { words: "", lines: [], timed: [] };
  state.input = make("input", { type: "search", placeholder: "Search in this transcript", "aria-label": "Search in this transcript" });
  state.input.oninput = () => search(state);
  state.count = make("span", { class: "quiet count", role: "status" });
  state.nothing = make("p", { class: "quiet", hidden: true }, "No line holds these words.");
  state.box = make("div", { class: "box", tabindex: "0", role: "region", "aria-label": "Transcript" });
  root.append(make("div", { class: "bar" }, state.input, state.count), state.nothing, state.box);
  state.listen = ({ detail }) => {
    if (detail.channel === state.data.channel) mark(state, detail.seconds, !state.box.matches(":hover"));
  };
  window.addEventListener("scoreband:time", state.listen);
  return state;
}

export default function render({ data, parentElement, setTriggerValue }) {
  const state = instance(parentElement, () => begin(parentElement.querySelector(".root")));
  const words = JSON.stringify(data.entries);
  const moved = state.data?.current !== data.current;
  const changed = state.words !== words;
  Object.assign(state, { data, words, send: setTriggerValue });
  if (changed) fill(state);
  if (data.current !== null && (moved || changed)) mark(state, data.current, true);
  return () => {
    window.removeEventListener("scoreband:time", state.listen);
    INSTANCES.delete(parentElement);
  };
}
