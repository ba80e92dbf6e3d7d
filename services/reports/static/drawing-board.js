// Draws one figure on the page and returns it as SVG, with its height in CSS pixels.
//
// The picture on the page is measured and drawn in the page's own font. An SVG file cannot carry
// that font: it is measured in the ones that its reader has, or labels would be cut.
globalThis.drawn = async (text, width) => {
  const board = document.getElementById("board");
  const figure = JSON.parse(text);
  const plain = JSON.parse(text, (key, value) =>
    key === "family" && typeof value === "string" ? value.replace('"Source Sans", ', "") : value,
  );
  const height = Math.round(figure.layout.height || 450);
  const size = { width, height, autosize: false };
  Plotly.purge(board);
  await Plotly.newPlot(board, figure.data, { ...figure.layout, ...size }, { staticPlot: true });
  await document.fonts.ready;
  const svg = await Plotly.toImage(
    { data: plain.data, layout: { ...plain.layout, ...size } },
    { format: "svg", width, height, imageDataOnly: true },
  );
  return { svg, height };
};
