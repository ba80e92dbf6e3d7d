// Tells what the page must be drawn anew for: it became narrow or wide, or its colours changed.

const QUERY = "(max-width: 640px)";

function colours(parent) {
  const host = parent.host ?? parent;
  return getComputedStyle(host).getPropertyValue("--st-background-color").trim();
}

export default function render({ parentElement, setStateValue }) {
  const state = instance(parentElement, () => ({
    list: matchMedia(QUERY),
    narrow: undefined,
    colours: colours(parentElement),
  }));
  const tell = () => {
    if (state.narrow === state.list.matches) return;
    // A wide page is what is drawn anyway: saying so would only draw it twice.
    const isNews = state.narrow !== undefined || state.list.matches;
    state.narrow = state.list.matches;
    if (isNews) setStateValue("narrow", state.narrow);
  };
  state.list.onchange = tell;
  tell();
  // Streamlit draws a component anew when the theme changes, but the figures keep their colours.
  const now = colours(parentElement);
  if (now !== state.colours) {
    state.colours = now;
    setStateValue("colours", now);
  }
  return () => {
    state.list.onchange = null;
    INSTANCES.delete(parentElement);
  };
}
