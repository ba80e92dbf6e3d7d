// Click, and tell after how many milliseconds the watched text changed and the last chart was drawn.
async ({ button, watched, charts, quietMs, patienceMs }) => {
  const place = () => document.querySelector(watched);
  const words = (node) => {
    if (!node) return "";
    const inside = node.shadowRoot ? [...node.shadowRoot.childNodes] : [];
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    return [...inside, ...node.childNodes].map(words).join(" ");
  };
  const hosts = () => [...(place()?.querySelectorAll("*") ?? [])].filter((node) => node.shadowRoot);
  const running = () => document.querySelector('[data-testid="stApp"]').dataset.testScriptState !== "notRunning";

  const before = words(place());
  const seen = new WeakSet();
  const all = { subtree: true, childList: true, characterData: true, attributes: true };
  let textAt = null;
  let chartAt = null;
  let changedAt = performance.now();
  const observer = new MutationObserver((changes) => {
    changedAt = performance.now();
    look();
    const drawn = changes.some(({ target }) => target.nodeType === Node.ELEMENT_NODE && target.closest(".js-plotly-plot"));
    if (drawn) chartAt = changedAt;
    if (textAt === null && words(place()) !== before) textAt = changedAt;
  });
  const look = () => {
    for (const { shadowRoot } of hosts()) {
      if (!seen.has(shadowRoot)) observer.observe(shadowRoot, all);
      seen.add(shadowRoot);
    }
  };
  observer.observe(document.body, all);
  look();

  const started = performance.now();
  document.querySelector(button).click();
  const waits = () => textAt === null || (charts && chartAt === null) || running() || performance.now() - changedAt < quietMs;
  while (waits() && performance.now() - started < patienceMs) await new Promise((next) => setTimeout(next, 20));
  observer.disconnect();
  return { textMs: textAt && textAt - started, chartsMs: chartAt && chartAt - started };
}
