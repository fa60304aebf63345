// The records around one: what needs it to its left, what it needs to its right.

import { draw, on, palette } from "./charts.js";
import { shortened } from "./dom.js";
import { kindOf, nameOf, recordOf } from "./data.js";

/** Records that one record brings into the picture on one side. */
const MOST = 9;
/** The widest and the narrowest a record is drawn, with the room between two, in pixels. */
const WIDE = 190;
const NARROW = 118;
const BETWEEN = 60;
/** Room at the sides, for lines within a column. */
const EDGE = 30;
/** The height of a record's box, and from one to the next. */
const BOX = 32;
const HIGH = 46;

/** @typedef {import("./graph.js").Graph} Graph */

/**
 * Who is so many steps away, on either side, and around those that are opened; what has no room is
 * counted.
 * @param {Graph} graph
 * @param {number} centre
 * @param {number} depth
 * @param {number[]} [opened]
 */
export function around(graph, centre, depth, opened = []) {
  /** @type {Map<number, number>} */
  const columns = new Map([[centre, 0]]);
  let left = 0;
  /** @param {number[]} from @param {number} side */
  const beside = (from, side) => [...new Set(from.flatMap((at) => (side < 0 ? graph.neededBy(at) : graph.needsOf(at))))].filter((at) => !columns.has(at));
  /** @param {number[]} found @param {number} column */
  const put = (found, column) => {
    const level = found.slice(0, MOST);
    left += found.length - level.length;
    level.forEach((at) => columns.set(at, column));
    return level;
  };
  for (const side of [-1, 1]) {
    let level = [centre];
    for (let step = 1; step <= depth; step++) level = put(beside(level, side), side * step);
  }
  for (const at of opened) {
    const column = columns.get(at);
    if (column !== undefined) for (const side of [-1, 1]) put(beside([at], side), column + side);
  }
  return { columns, left };
}

/**
 * Draw a neighbourhood; its width does not shrink below what can be read.
 * @param {HTMLElement} place
 * @param {Graph} graph
 * @param {number} centre
 * @param {Map<number, number>} columns
 * @param {(at: number) => void} chosen
 */
export function neighbourhood(place, graph, centre, columns, chosen) {
  const byColumn = [...Map.groupBy([...columns], ([, column]) => column)].sort(([a], [b]) => a - b);
  const tallest = Math.max(...byColumn.map(([, members]) => members.length));
  const around = place.parentElement;
  const width = Math.max(byColumn.length * (NARROW + BETWEEN), around?.clientWidth ?? 0);
  place.style.height = `${Math.max(2, tallest) * HIGH + 30}px`;
  place.style.width = `${width}px`;
  draw(
    place,
    (wide) => picture(graph, centre, columns, byColumn.map(([, members]) => members.map(([at]) => at)), [wide, place.clientHeight]),
    (event) => event.data?.at !== undefined && chosen(event.data.at),
    width,
  );
  const middle = byColumn.findIndex(([column]) => column === 0);
  if (around) around.scrollLeft = ((middle + 0.5) / byColumn.length) * width - around.clientWidth / 2;
}

/**
 * What is drawn is as large as its picture, so that nothing is stretched. Lines run between the
 * sides of boxes, which are points of their own.
 * @param {Graph} graph
 * @param {number} centre
 * @param {Map<number, number>} columns
 * @param {number[][]} levels the records of each column
 * @param {[number, number]} size
 */
function picture(graph, centre, columns, levels, [wide, high]) {
  const colour = palette();
  const box = Math.min(WIDE, wide / levels.length - BETWEEN * Math.min(1, wide / 900));
  const [across, half] = [wide - box - 2 * EDGE, (high - 50) / 2];
  const step = levels.length > 1 ? across / (levels.length - 1) : 0;
  const spots = levels.flatMap((members, x) =>
    members.map((at, y) => ({ at, x: step ? x * step : across / 2, y: (y - (members.length - 1) / 2) * HIGH })),
  );
  const point = (/** @type {string} */ id, /** @type {number} */ x, /** @type {number} */ y) => ({ id, name: "", x, y, symbolSize: 0, label: { show: false }, tooltip: { show: false } });
  const corners = [point("first", -box / 2, -half), point("last", across + box / 2, half)];
  const sides = spots.flatMap(({ at, x, y }) => [point(`${at}<`, x - box / 2, y), point(`${at}>`, x + box / 2, y)]);
  const drawn = graph.edges.filter((edge) => graph.needed[edge.relation] && columns.has(edge.from) && columns.has(edge.to));
  return {
    series: [
      {
        type: "graph",
        layout: "none",
        left: EDGE,
        right: EDGE,
        top: 25,
        bottom: 25,
        symbol: "rect",
        symbolSize: [box, BOX],
        edgeSymbol: ["none", "arrow"],
        edgeSymbolSize: 7,
        preserveAspect: false,
        emphasis: { disabled: true },
        tooltip: { formatter: (/** @type {any} */ each) => (each.dataType === "node" && each.data.at !== undefined ? `${nameOf(each.data.at)}\n${kindOf(each.data.at)}` : "") },
        data: [...corners, ...sides, ...spots.map((spot) => node(spot, spot.at === centre, box, colour))],
        edges: drawn.map((edge) => line(edge, columns, colour)),
      },
    ],
  };
}

/**
 * The box of a record. It is that of its label: a symbol's line would be stretched with it.
 * @param {{at: number, x: number, y: number}} spot
 * @param {boolean} central
 * @param {number} box
 * @param {Record<string, string>} colour
 */
function node({ at, x, y }, central, box, colour) {
  const worst = recordOf(at)[5];
  return {
    id: String(at),
    name: String(at),
    at,
    x,
    y,
    itemStyle: { color: "transparent", borderWidth: 0 },
    label: {
      show: true,
      backgroundColor: central ? colour.accent : colour.sheet,
      borderColor: colour[`fill-${worst}`] ?? colour.quiet,
      borderWidth: worst === "critical" || worst === "high" ? 3 : 1.2,
      borderRadius: 3,
      width: box - 6,
      height: BOX - 2,
      align: "center",
      verticalAlign: "middle",
      color: central ? on(colour.accent) : colour.ink,
      formatter: `${shortened(nameOf(at), Math.floor(box / 7))}\n${shortened(`${kindOf(at)}${worst ? ` · ${worst}` : ""}`, Math.floor(box / 7))}`,
      fontSize: 11.5,
      lineHeight: 14,
    },
  };
}

/**
 * @param {import("./graph.js").Edge} edge
 * @param {Map<number, number>} columns
 * @param {Record<string, string>} colour
 */
function line(edge, columns, colour) {
  const ahead = (columns.get(edge.to) ?? 0) - (columns.get(edge.from) ?? 0);
  return {
    source: `${edge.from}${ahead < 0 ? "<" : ">"}`,
    target: `${edge.to}${ahead > 0 ? "<" : ">"}`,
    lineStyle: { color: colour.quiet, width: 1.2, type: edge.soft ? "dashed" : "solid", curveness: ahead === 0 ? 0.4 : 0 },
  };
}
