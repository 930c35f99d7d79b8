/** The picture of docs/performance.md: one panel a curve, plain SVG that reads on light and dark pages. */
import type { Curve, Point } from "./growth.js";

const panel = { width: 420, height: 260, left: 56, right: 16, top: 34, bottom: 44 };
const colours = { host: "#2563eb", bare: "#9a6700", text: "#57606a", grid: "#8c959f" };

/** @returns a whole SVG document */
export function drawCurves(curves: readonly Curve[]): string {
  const columns = 2;
  // The last label of a panel stands half beside it.
  const width = panel.width * columns + panel.right;
  const height = panel.height * Math.ceil(curves.length / columns) + 28;
  const panels = curves.map((curve, at) => `<g transform="translate(${(at % columns) * panel.width} ${Math.floor(at / columns) * panel.height})">${drawPanel(curve)}</g>`);
  const legend =
    `<g transform="translate(${panel.left} ${height - 16})"><circle r="4" fill="${colours.host}"/><text x="10" y="4">WS-Manor</text>` +
    `<circle cx="110" r="4" fill="${colours.bare}"/><text x="120" y="4">bare node:http server that answers as many octets</text></g>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif" font-size="12" fill="${colours.text}" role="img">` +
    `<title>How the cost of an answer grows</title>${panels.join("")}${legend}</svg>\n`
  );
}

function drawPanel({ title, xLabel, yLabel, points }: Curve): string {
  const xs = points.map(({ x }) => x);
  // Zero has no place on a logarithmic axis, and no headers more is a value.
  const isLogarithmic = xs[0]! > 0 && xs.at(-1)! / xs[0]! > 20;
  const place = (x: number): number => (isLogarithmic ? Math.log(x) : x);
  const [from, to] = [place(xs[0]!), place(xs.at(-1)!)];
  const top = roundUp(Math.max(...points.flatMap(({ host, bare }) => [host, bare ?? 0])));
  const atX = (x: number): number => panel.left + ((place(x) - from) / (to - from)) * (panel.width - panel.left - panel.right);
  const atY = (y: number): number => panel.height - panel.bottom - (y / top) * (panel.height - panel.top - panel.bottom);
  const line = (of: (point: Point) => number | undefined, colour: string): string => {
    const shown = points.map((point) => [atX(point.x), of(point)] as const).filter((pair): pair is readonly [number, number] => pair[1] !== undefined);
    const path = shown.map(([x, y]) => `${x.toFixed(1)},${atY(y).toFixed(1)}`).join(" ");
    return `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${path}"/>` + shown.map(([x, y]) => `<circle cx="${x.toFixed(1)}" cy="${atY(y).toFixed(1)}" r="3" fill="${colour}"/>`).join("");
  };
  const rulers = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const y = atY(top * share).toFixed(1);
    return `<line x1="${panel.left}" x2="${panel.width - panel.right}" y1="${y}" y2="${y}" stroke="${colours.grid}" stroke-opacity="0.3"/><text x="${panel.left - 6}" y="${Number(y) + 4}" text-anchor="end">${short(top * share)}</text>`;
  });
  const marks = xs.map((x) => `<text x="${atX(x).toFixed(1)}" y="${panel.height - panel.bottom + 16}" text-anchor="middle">${x.toLocaleString("en")}</text>`);
  return (
    `<text x="${panel.left}" y="18" font-weight="600">${yLabel}, by ${title}</text>${rulers.join("")}${marks.join("")}` +
    `<text x="${panel.left}" y="${panel.height - panel.bottom + 34}">${xLabel}</text>${line(({ bare }) => bare, colours.bare)}${line(({ host }) => host, colours.host)}`
  );
}

/** The next of 1, 2, 2.5, 4, 5, 8 times a power of ten. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 2, 2.5, 4, 5, 8, 10].find((step) => step * power >= value) ?? 10);
}

const short = (value: number): string => (value >= 10 || value === 0 ? value.toFixed(0) : value.toFixed(1));
