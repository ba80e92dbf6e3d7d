/* How large figures are on paper: what stands before them is measured as it will be printed, and a
   figure that nearly fits the rest of its page is drawn smaller instead of leaving that rest empty. */
const Paper = (() => {
  "use strict";

  // The smallest letters of figures, 11.5 pixels, are then 6.5 points.
  const SMALLEST = 0.76;
  // Of a figure that has a page of its own: cut off, or without what it is called, it would be worse.
  const SMALLEST_ALONE = 0.55;
  // Letters of figures are then as large as those of tables.
  const LARGEST = 0.88;
  // Pages as wide as a slide are read from afar.
  const WIDE = 1000;
  const LARGEST_ON_WIDE = 1.25;
  // What another browser's fonts or rounding may add.
  const SPARE = 8;
  // Longer paragraphs are torn apart by the end of a page.
  const WHOLE = 60;

  // What a line of the margins takes from them with its gap, in pixels, and how much of that it leaves
  // to the page: what fills a page to its end here must not run over it there.
  const LINE = 34;
  const SLACK = 7;

  const UNITS = ".figure, .remark, .scroll.short, tr, .lead, .facts > div, p, h2";

  const page = {
    width: Number(document.body.dataset.printWidth),
    height: Number(document.body.dataset.printHeight),
  };
  const isWide = page.width > WIDE;
  const largest = isWide ? LARGEST_ON_WIDE : LARGEST;

  function* rules(kind) {
    for (const sheet of document.styleSheets) {
      for (const rule of sheet.cssRules) if (rule instanceof kind) yield rule;
    }
  }

  // Browsers that write nothing into margins do not know the rules for it, either: two lines of the
  // page itself then say the same, and take their room from the margins.
  function writeLines() {
    const [sheet] = rules(CSSPageRule);
    if (sheet.cssRules?.length) return;
    for (const side of ["marginTop", "marginBottom"]) {
      sheet.style[side] = `${parseFloat(sheet.style[side]) - LINE}px`;
    }
    document.body.style.setProperty("--line", `${LINE - SLACK}px`);
    document.body.dataset.lines = "own";
  }

  // Lays the page out as it is printed, without its ends of pages, while `measure` looks at it.
  function asPrinted(measure) {
    const { style, dataset } = document.body;
    const { lines } = dataset;
    const before = [...rules(CSSMediaRule)].map(({ media }) => [media, media.mediaText]);
    for (const [media, text] of before) media.mediaText = text === "print" ? "all" : "not all";
    style.width = `${page.width}px`;
    delete dataset.lines;
    try {
      return measure();
    } finally {
      style.width = "";
      if (lines) dataset.lines = lines;
      for (const [media, text] of before) media.mediaText = text;
    }
  }

  // A heading stays with what it heads: both begin where the heading does.
  function beginning(unit) {
    let first = unit;
    const block = unit.closest(".listing") ?? unit;
    if (block !== unit && (unit.matches(".lead, .scroll.short") || unit.matches("thead tr"))) {
      first = block;
    }
    const above = first.previousElementSibling;
    return (above?.tagName === "H2" ? above.parentElement : first).getBoundingClientRect().top;
  }

  function isInside(unit) {
    const whole = unit.parentElement.closest(".figure, .remark, .scroll.short, .lead");
    return Boolean(whole) || unit.closest("[hidden], nav, footer, .paper-only") !== null;
  }

  // Walks down the pages up to the last figure; returns each figure's zoom.
  function sizes(figures) {
    const zooms = new Map();
    const origin = document.body.getBoundingClientRect().top;
    const last = figures[figures.length - 1].place;
    // How much further down the paper things stand than in the unbroken page.
    let moved = 0;
    for (const unit of document.querySelectorAll(UNITS)) {
      if (isInside(unit)) continue;
      const box = unit.getBoundingClientRect();
      const start = beginning(unit) - origin + moved;
      const end = box.bottom - origin + moved;
      const rest = page.height * (Math.floor(start / page.height + 1e-6) + 1) - start;
      if (unit.matches(".figure")) {
        moved += placed(unit, { figures, zooms, rest, words: end - start - stage(unit) });
        if (unit.contains(last)) break;
      } else if (end - start > rest && box.height < (unit.matches("p") ? WHOLE : page.height)) {
        moved += rest + (unit.matches("tbody tr") ? heads(unit) : 0);
      }
    }
    return zooms;
  }

  const stage = (unit) => unit.querySelector(".stage")?.offsetHeight ?? 0;
  const heads = (row) => row.closest("table").tHead?.offsetHeight ?? 0;

  // The figure with those right after it, each with the room that its words and gaps take.
  function* together(unit, figures) {
    let above = unit.getBoundingClientRect().bottom;
    for (let next = unit.nextElementSibling; next?.matches(".figure"); ) {
      const figure = figures.find(({ place }) => next.contains(place));
      if (!figure) return;
      const { bottom } = next.getBoundingClientRect();
      yield { words: bottom - above - stage(next), height: figure.layout.height };
      above = bottom;
      next = next.nextElementSibling;
    }
  }

  // The largest zoom at which most of the figures find room; less than any where none does.
  function fitting(figure, others, { rest, words }) {
    let found = 0;
    let room = rest - words - SPARE;
    let height = figure.layout.height;
    if (room / height >= SMALLEST) found = room / height;
    for (const other of others) {
      room -= other.words;
      height += other.height;
      if (room / height < SMALLEST) break;
      found = room / height;
    }
    return found;
  }

  // Chooses one figure's zoom; returns how much further down that puts what follows.
  function placed(unit, { figures, zooms, rest, words }) {
    const figure = figures.find(({ place }) => unit.contains(place));
    if (!figure) return words + stage(unit) > rest ? rest : 0;
    const others = [...together(unit, figures)];
    const here = fitting(figure, others, { rest, words });
    const next = here || fitting(figure, others, { rest: page.height, words });
    const alone = Math.max(SMALLEST_ALONE, (page.height - words - SPARE) / figure.layout.height);
    const zoom = Math.min(largest, next || alone);
    zooms.set(figure.place, zoom);
    return figure.layout.height * zoom - stage(unit) + (here ? 0 : rest);
  }

  function zooms(figures) {
    return figures.length ? asPrinted(() => sizes(figures)) : new Map();
  }

  // A heading that such a browser would leave behind is printed as a part of what it heads.
  function gather() {
    if (!document.body.dataset.lines) return;
    for (const block of document.querySelectorAll("h2 + :is(.figure, .listing)")) {
      (block.querySelector(":scope > .lead") ?? block).prepend(block.previousElementSibling);
    }
  }

  function scatter() {
    for (const heading of document.querySelectorAll(":is(.figure, .lead) > h2")) {
      heading.closest(".figure, .listing").before(heading);
    }
  }

  writeLines();
  return { width: page.width, largest, zooms, gather, scatter };
})();
