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
    (wide) => {
      const colour = palette();
      // What is drawn is as large as its picture, so that nothing is stretched.
      const box = Math.min(WIDE, wide / byColumn.length - 24);
      const [across, half] = [wide - box - 20, (place.clientHeight - 50) / 2];
      const step = byColumn.length > 1 ? across / (byColumn.length - 1) : 0;
      const spots = byColumn.flatMap(([, members], x) =>
        members.map(([at], y) => ({ at, x: step ? x * step : across / 2, y: (y - (members.length - 1) / 2) * HIGH })),
      );
      const order = new Map(spots.map(({ at }, number) => [at, number]));
      const corners = [[0, -half], [across, half]].map(([x, y], at) => ({ id: `corner-${at}`, name: "", x, y, symbolSize: 0, label: { show: false } }));
      return {
        series: [
          {
            type: "graph",
            layout: "none",
            left: box / 2 + 10,
            right: box / 2 + 10,
            top: 25,
            bottom: 25,
            symbol: "rect",
            symbolSize: [box, 36],
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
                // The box is that of the label: a symbol's line would be stretched with it.
                itemStyle: { color: "transparent", borderWidth: 0 },
                label: {
                  show: true,
                  backgroundColor: at === centre ? colour.accent : colour.sheet,
                  borderColor: colour[worst] ?? colour.quiet,
                  borderWidth: worst === "critical" || worst === "high" ? 3 : 1.2,
                  borderRadius: 3,
                  width: box - 6,
                  height: 30,
                  align: "center",
                  verticalAlign: "middle",
                  color: at === centre ? colour["on-accent"] : colour.ink,
                  formatter: `${shortened(nameOf(at), Math.floor(box / 7.2))}\n${kindOf(at)}${worst ? ` · ${worst}` : ""}`,
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
