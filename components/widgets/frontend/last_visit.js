// Remembers in this browser when the page was last looked at, and tells that time. Nothing but the
// time leaves the browser. Looks less than half an hour apart are one visit: a page that is loaded
// anew, or a second tab, keeps the time that the visit began with.

const KEY = "scoreband-last-visit";
const ONE_VISIT_MS = 30 * 60 * 1000;

function remembered() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY));
    return kept && Number.isFinite(Date.parse(kept.seen)) ? kept : null;
  } catch {
    // Storage that is closed to the page, or another's value: as on a first visit.
    return null;
  }
}

function remember(visit) {
  try {
    localStorage.setItem(KEY, JSON.stringify(visit));
  } catch {
    // A browser that keeps nothing begins anew each time.
  }
}

export default function render({ data, parentElement, setStateValue }) {
  const state = instance(parentElement, () => ({ told: false }));
  if (state.told || data.known) return;
  state.told = true;
  const last = remembered();
  // The server's clock is compared with itself: the browser's may be wrong.
  const goesOn = last && Math.abs(Date.parse(data.now) - Date.parse(last.seen)) < ONE_VISIT_MS;
  const since = goesOn ? last.since : last?.seen;
  remember({ since: since ?? null, seen: data.now });
  setStateValue("since", since ?? "");
}
