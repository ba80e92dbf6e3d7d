// Named sentences, one below the other.

function entry({ name, text }) {
  const group = make("div");
  const title = make("dt");
  title.textContent = name;
  group.append(title);
  if (text) {
    const words = make("dd");
    words.textContent = text;
    group.append(words);
  }
  return group;
}

export default function render({ data, parentElement }) {
  const root = parentElement.querySelector(".root");
  root.replaceChildren(make("dl", {}, ...data.remarks.map(entry)));
}
