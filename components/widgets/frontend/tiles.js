// Numbers that open their lists: each a real link, followed inside the session on a plain click.

function tile({ href, count, label, note }, open) {
  const link = make("a", { class: "tile", href, target: "_self" });
  for (const [name, text] of Object.entries({ count, label, note })) {
    if (!text) continue;
    const part = make("span", { class: name });
    part.textContent = text;
    link.append(part);
  }
  link.onclick = (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open();
  };
  return make("li", {}, link);
}

export default function render({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".root");
  const tiles = data.tiles.map((each) => tile(each, () => setTriggerValue("opened", each.id)));
  root.replaceChildren(make("ul", { "aria-label": data.title }, ...tiles));
}
