/* Draws all figures of the page, on the screen as wide as it is and on paper as wide as the paper. */
(() => {
  "use strict";

  const CONFIG = {
    displayModeBar: false,
    displaylogo: false,
    showSendToCloud: false,
    scrollZoom: false,
    doubleClick: false,
    responsive: false,
  };
  // Figures are laid out for this much and more: on a narrower screen their stage scrolls sideways.
  const NARROWEST = 560;
  const USUAL_HEIGHT = 450;
  // A figure too wide for a phone is drawn smaller, but not so small that nobody could read it.
  const SMALLEST_ON_SCREEN = 0.7;

  const body = document.body;
  const drawn = [];

  const data = (place) => JSON.parse(document.getElementById(place.dataset.figure).textContent);

  const between = (low, value, high) => Math.max(low, Math.min(value, high));

  function onScreen({ place }) {
    const room = place.closest(".stage").clientWidth;
    const zoom = between(SMALLEST_ON_SCREEN, room / NARROWEST, 1);
    return { width: Math.max(Math.floor(room / zoom), NARROWEST), zoom };
  }

  function onPaper() {
    const zooms = Paper.zooms(drawn);
    return ({ place }) => {
      const zoom = zooms.get(place) ?? Paper.largest;
      return { width: Math.floor(Paper.width / zoom), zoom };
    };
  }

  function print() {
    fitAll(onPaper());
    Paper.gather();
  }

  function show() {
    Paper.scatter();
    fitAll(onScreen);
  }

  function fit({ figure, size }) {
    if (figure.width !== size.width) {
      figure.width = size.width;
      Plotly.relayout(figure.place, { width: size.width });
    }
    figure.place.style.zoom = size.zoom;
  }

  function fitAll(measure) {
    for (const figure of drawn) fit({ figure, size: measure(figure) });
  }

  function giveUp(place) {
    const words = document.createElement("p");
    words.className = "none";
    words.textContent = "This figure could not be drawn here. Its numbers stand below.";
    const stage = place.parentElement;
    stage.replaceWith(words);
    const numbers = words.parentElement.querySelector("details.numbers");
    if (numbers) numbers.open = true;
  }

  async function draw(place) {
    try {
      const { data: traces, layout } = data(place);
      const figure = { place, layout: { ...layout, height: layout.height ?? USUAL_HEIGHT } };
      const measured = onScreen(figure);
      figure.width = measured.width;
      const wanted = { ...figure.layout, autosize: false, width: measured.width };
      await Plotly.newPlot(place, traces, wanted, CONFIG);
      place.style.zoom = measured.zoom;
      drawn.push(figure);
    } catch {
      giveUp(place);
    }
  }

  // What scrolls must be reached by the keyboard.
  function reachable() {
    for (const box of document.querySelectorAll(".scroll, .stage")) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    }
  }

  async function begin() {
    const faces = [400, 600].map((weight) => document.fonts.load(`${weight} 13px "Source Sans"`));
    await Promise.allSettled(faces);
    for (const place of document.querySelectorAll(".plot")) await draw(place);
    await document.fonts.ready;
    if (matchMedia("print").matches) print();
    reachable();
    body.dataset.ready = "yes";
  }

  let waiting = 0;
  addEventListener("resize", () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => {
      if (!matchMedia("print").matches) fitAll(onScreen);
      reachable();
    });
  });
  addEventListener("beforeprint", print);
  addEventListener("afterprint", show);
  begin();
})();
