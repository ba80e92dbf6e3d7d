// Hits of the transcript search.

function said({ text, marks }) {
  const drawn = make("span", { class: "said" });
  // Places count whole characters, as Python does.
  const signs = Array.from(text);
  let done = 0;
  for (const [start, end] of marks) {
    drawn.append(signs.slice(done, start).join(""));
    const found = make("mark");
    found.textContent = signs.slice(start, end).join("");
    drawn.append(found);
    done = end;
  }
  drawn.append(signs.slice(done).join(""));
  return drawn;
}

function line(passage, open) {
  const place = make("span", { class: "clock quiet" });
  place.textContent = passage.clock;
  const who = make("span", { class: "who quiet" });
  who.textContent = passage.who;
  const button = make("button", { type: "button" }, place, who, said(passage));
  button.onclick = () => open(passage.at);
  return make("li", {}, button);
}

function hit(one, send) {
  const link = make("a", { href: one.href, target: "_self" });
  link.textContent = one.name;
  link.onclick = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    send({ id: one.id, at: null });
  };
  const facts = make("span", { class: "quiet" });
  facts.textContent = ` ${one.facts}`;
  const lines = one.passages.map((passage) => line(passage, (at) => send({ id: one.id, at })));
  return make("article", {}, make("div", {}, link, facts), make("ul", {}, ...lines));
}

export default function render({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".root");
  const send = (value) => setTriggerValue("opened", value);
  root.replaceChildren(...data.hits.map((one) => hit(one, send)));
}
