// Doubts about the data, folded to one line each.

function entry({ title, code, text, where }) {
  const head = make("summary", {}, icon("warning"));
  const name = make("span", { class: "title" });
  name.textContent = title;
  head.append(name);
  const words = make("p");
  words.textContent = text;
  const source = make("p", { class: "quiet source" });
  source.textContent = where ? `${code}, at ${where} in the vendor's answer` : code;
  return make("details", {}, head, words, source);
}

export default function render({ data, parentElement }) {
  const root = parentElement.querySelector(".root");
  const words = JSON.stringify(data.notices);
  if (root.dataset.words === words) return;
  root.dataset.words = words;
  root.replaceChildren(...data.notices.map(entry));
}
