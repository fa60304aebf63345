// The records around one: what needs it to its left, what it needs to its right.

import { draw, palette } from "./charts.js";
import { shortened } from "./dom.js";
import { kindOf, nameOf, recordOf } from "./data.js";

/** Records of one column that are drawn. */
const MOST = 9;
/** The size of a record and its margins, in pixels. */
const WIDE = 190;
const HIGH = 46;

/**
 * Who is so many steps away, on either side; what has no room is counted.
 * @param {import("./graph.js").Graph} graph
 * @param {number} centre
 * @param {number} depth
 */
export function around(graph, centre, depth) {
  /** @type {Map<number, number>} */
  const columns = new Map([[centre, 0]]);
  let left = 0;
  for (const side of [-1, 1]) {
    let level = [centre];
    for (let step = 1; step <= depth; step++) {
      const next = [...new Set(level.flatMap((at) => (side < 0 ? graph.neededBy(at) : graph.needsOf(at))))].filter((at) => !columns.has(at));
      level = next.slice(0, MOST);
      left += next.length - level.length;
      level.forEach((at) => columns.set(at, side * step));
    }
  }
  return { columns, left };
}

/**
 * Draw a neighbourhood; its width does not shrink below what can be read.
 * @param {HTMLElement} place
 * @param {import("./graph.js").Graph} graph
 * @param {number} centre
 * @param {number} depth
 * @param {(at: number) => void} chosen
 */
export function neighbourhood(place, graph, centre, depth, chosen) {
  const { columns, left } = around(graph, centre, depth);
  const byColumn = [...Map.groupBy([...columns], ([, column]) => column)].sort(([a], [b]) => a - b);
  const tallest = Math.max(...byColumn.map(([, members]) => members.length));
  const width = Math.max(byColumn.length * (WIDE + 60), place.parentElement?.clientWidth ?? 0);
  place.style.height = `${Math.max(2, tallest) * HIGH + 30}px`;
  place.style.width = `${width}px`;
  draw(
    place,
    () => {
      const colour = palette();
      const spots = byColumn.flatMap(([, members], x) =>
        members.map(([at], y) => ({ at, x: x * (WIDE + 60), y: (y - (members.length - 1) / 2) * HIGH })),
      );
      const order = new Map(spots.map(({ at }, number) => [at, number]));
      // Two corners without extent, so that even a single row of records spans a plane.
      const half = ((Math.max(2, tallest) - 1) * HIGH) / 2;
      const corners = [[0, -half], [(byColumn.length - 1) * (WIDE + 60) || 1, half]].map(([x, y], at) => ({ id: `corner-${at}`, name: "", x, y, symbolSize: 0, label: { show: false } }));
      return {
        series: [
          {
            type: "graph",
            layout: "none",
            left: WIDE / 2 + 10,
            right: WIDE / 2 + 10,
            top: 25,
            bottom: 25,
            symbol: "rect",
            symbolSize: [WIDE, 36],
            edgeSymbol: ["none", "arrow"],
            edgeSymbolSize: 8,
            preserveAspect: false,
            emphasis: { disabled: true },
            tooltip: { formatter: (/** @type {any} */ each) => (each.dataType === "node" && each.data.at !== undefined ? `${nameOf(each.data.at)}\n${kindOf(each.data.at)}` : "") },
            data: [...corners, ...spots.map(({ at, x, y }) => {
              const worst = recordOf(at)[5];
              return {
                id: String(at),
                name: String(at),
                at,
                x,
                y,
                itemStyle: {
                  color: at === centre ? colour.accent : colour.sheet,
                  borderColor: colour[worst] ?? colour.quiet,
                  borderWidth: worst === "critical" || worst === "high" ? 3 : 1.2,
                },
                label: {
                  show: true,
                  color: at === centre ? colour["on-accent"] : colour.ink,
                  formatter: `${shortened(nameOf(at), 26)}\n${kindOf(at)}${worst ? ` · ${worst}` : ""}`,
                  fontSize: 11.5,
                  lineHeight: 14,
                },
              };
            })],
            edges: graph.edges
              .filter((edge) => graph.needed[edge.relation] && order.has(edge.from) && order.has(edge.to))
              .map((edge) => ({
                source: String(edge.from),
                target: String(edge.to),
                lineStyle: { color: colour.quiet, width: 1.2, type: edge.soft ? "dashed" : "solid", curveness: columns.get(edge.from) === columns.get(edge.to) ? 0.4 : 0 },
              })),
          },
        ],
      };
    },
    (event) => event.data?.at !== undefined && chosen(event.data.at),
    width,
  );
  return left;
}
