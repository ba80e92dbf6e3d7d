// Below a figure: its numbers as a table, and PNG, SVG and CSV files made in the reader's browser.

const WIDTH = 960;
const NEEDS_SERVE = "PNG and SVG need the server that `scoreband serve` starts; CSV works here too.";

let loading;

// The drawing library is 1.5 MB: it is asked for once, on the first picture.
function plotly(url) {
  loading ??= fetch(url, { method: "HEAD" })
    .then((answer) => {
      const kind = answer.headers.get("content-type") ?? "";
      if (!answer.ok || !kind.includes("javascript")) throw new Error(NEEDS_SERVE);
      return new Promise((loaded, failed) => {
        const script = make("script", { src: url });
        script.onload = () => loaded(window.Plotly ?? window.moduleName);
        script.onerror = () => failed(new Error(NEEDS_SERVE));
        document.head.append(script);
      });
    })
    .catch((error) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

function save(url, name) {
  const link = make("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
}

// The figure in its paper colours comes from the server, when it is first asked for.
async function askPicture(state, format) {
  state.say(`Making ${format.toUpperCase()} …`);
  try {
    await plotly(state.data.plotly);
    state.asked = (state.asked ?? 0) + 1;
    state.send("wanted", { format, number: state.asked });
  } catch {
    state.say(NEEDS_SERVE);
  }
}

async function savePicture(state, { format }) {
  const { data } = state;
  try {
    const library = await plotly(data.plotly);
    const figure = JSON.parse(data.figure);
    const height = figure.layout.height ?? 420;
    const size = { format, width: WIDTH, height, scale: format === "png" ? 2 : 1 };
    const picture = await library.toImage({ data: figure.data, layout: figure.layout }, size);
    save(picture, `${data.name}.${format}`);
    state.say(`${format.toUpperCase()} saved as ${data.name}.${format}.`);
  } catch {
    state.say(`The ${format.toUpperCase()} could not be made in this browser; CSV still works.`);
  }
}

function saveText({ data, say }) {
  // The mark in front tells spreadsheets that the text is UTF-8.
  const url = URL.createObjectURL(new Blob(["\ufeff", data.csv], { type: "text/csv;charset=utf-8" }));
  save(url, `${data.name}.csv`);
  URL.revokeObjectURL(url);
  say(`CSV saved as ${data.name}.csv.`);
}

function show(state) {
  const open = state.open;
  state.toggle.setAttribute("aria-expanded", String(open));
  state.place.hidden = !open;
  state.place.replaceChildren(...(open ? [dataTable(state.data)] : []));
}

function begin(root) {
  const state = { open: false, place: make("div", { id: "numbers" }) };
  const status = make("span", { class: "quiet", role: "status" });
  state.say = (sentence) => { status.textContent = sentence; };
  const button = (label, act, name) => {
    const made = make("button", { type: "button", "aria-label": name }, label);
    made.onclick = act;
    return made;
  };
  state.toggle = button("Data table", () => { state.open = !state.open; show(state); });
  state.toggle.setAttribute("aria-controls", "numbers");
  state.pin = button("Add to report", () => {
    state.pins = (state.pins ?? 0) + 1;
    state.send("pinned", state.pins);
  });
  root.append(
    make(
      "div",
      { class: "bar", role: "group", "aria-label": "Numbers and downloads of this figure" },
      state.toggle,
      button("PNG", () => askPicture(state, "png"), "Download PNG"),
      button("SVG", () => askPicture(state, "svg"), "Download SVG"),
      button("CSV", () => saveText(state), "Download CSV"),
      state.pin,
      status,
    ),
    state.place,
  );
  return state;
}

export default function render({ data, parentElement, setTriggerValue }) {
  const state = instance(parentElement, () => begin(parentElement.querySelector(".root")));
  const words = JSON.stringify([data.columns, data.rows]);
  const changed = state.words !== words;
  Object.assign(state, { data, words, send: setTriggerValue });
  if (changed) show(state);
  showPin(state.pin, data.pin);
  if (data.wanted && data.wanted.number === state.asked) {
    state.asked += 1;
    savePicture(state, data.wanted);
  }
  return () => INSTANCES.delete(parentElement);
}
