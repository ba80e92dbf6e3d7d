// A table of plain texts and numbers, which can be added to the reader's own report.

function begin(root) {
  const state = { pins: 0, place: make("div") };
  state.pin = make("button", { type: "button", class: "pin" });
  state.pin.onclick = () => {
    state.pins += 1;
    state.send("pinned", state.pins);
  };
  root.append(state.place, state.pin);
  return state;
}

export default function render({ data, parentElement, setTriggerValue }) {
  const state = instance(parentElement, () => begin(parentElement.querySelector(".root")));
  state.send = setTriggerValue;
  state.place.replaceChildren(dataTable(data));
  showPin(state.pin, data.pin);
  return () => INSTANCES.delete(parentElement);
}
