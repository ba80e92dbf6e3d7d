// Tells whether the page is narrow: at first, and whenever that changes.

const QUERY = "(max-width: 640px)";

export default function render({ parentElement, setStateValue }) {
  const state = instance(parentElement, () => ({ list: matchMedia(QUERY), told: undefined }));
  const tell = () => {
    if (state.told === state.list.matches) return;
    // A wide page is what is drawn anyway: saying so would only draw it twice.
    const isNews = state.told !== undefined || state.list.matches;
    state.told = state.list.matches;
    if (isNews) setStateValue("narrow", state.told);
  };
  state.list.onchange = tell;
  tell();
  return () => {
    state.list.onchange = null;
    INSTANCES.delete(parentElement);
  };
}
