// The cards at the top of a report: outcome, certainty, strengths, gaps.

function card({ label, chip: mark, big, score, lines, grey }) {
  const drawn = make("section", { class: grey ? "card grey" : "card" });
  const name = make("span", { class: "label" });
  name.textContent = label;
  drawn.append(name);
  if (mark) drawn.append(chip(mark));
  if (big) {
    const words = make("span", { class: "big" });
    words.textContent = big;
    drawn.append(words);
  }
  if (score && score.value !== null) drawn.append(band(score));
  for (const text of lines) {
    const line = make("span", { class: "line quiet" });
    line.textContent = text;
    drawn.append(line);
  }
  return drawn;
}

export default function render({ data, parentElement }) {
  const root = parentElement.querySelector(".root");
  root.replaceChildren(...data.cards.map(card));
}
