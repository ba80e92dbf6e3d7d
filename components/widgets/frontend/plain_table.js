// A table of plain texts and numbers.

export default function render({ data, parentElement }) {
  const root = parentElement.querySelector(".root");
  root.replaceChildren(dataTable(data));
}
