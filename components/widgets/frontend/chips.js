// A row of chips.

export default function render({ data, parentElement }) {
  const root = parentElement.querySelector(".root");
  root.classList.add("chips");
  root.replaceChildren(...data.chips.map(chip));
}
