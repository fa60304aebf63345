// Organisation, directorate, service, system: each part in the colour of its worst open finding.

import { draw, on, palette, wrapped } from "./charts.js";
import { h, link, say, tone } from "./dom.js";
import { SEVERITIES } from "./data.js";

/** @typedef {[string, number, string, any[]]} Part name, worst grade, where it leads, parts */

const NONE = "no open finding";

/** Parts that can be told apart in the picture; with more, its outer rings wait until one looks in. */
const MOST = 1500;

/** @param {Part} part @returns {number} */
const leaves = (part) => (part[3].length ? part[3].reduce((sum, each) => sum + leaves(each), 0) : 1);

/**
 * How many rings have room.
 * @param {Part[]} parts
 */
function deepest(parts) {
  let [rings, drawn] = [1, parts.length];
  for (let ring = parts.flatMap((part) => part[3]); ring.length && drawn + ring.length <= MOST; ring = ring.flatMap((part) => part[3])) {
    rings += 1;
    drawn += ring.length;
  }
  return rings;
}

/** How much room a ring has beside the others, from the organisation out to the system. */
const WIDTHS = [1.15, 1.3, 1.2, 0.5];
/** The width of a letter and the height of a line, in pixels. */
const LETTER = 6.2;
const LINE = 12.5;

/**
 * The name of a part as it fits best, along the ring or across it; nothing where it does not fit.
 * @param {string} name
 * @param {number} angle of the part, in radians
 * @param {number} r0
 * @param {number} r
 */
function labelled(name, angle, r0, r) {
  const middle = (r0 + r) / 2;
  const chord = 1.9 * Math.sqrt(Math.max(r ** 2 - (middle + 6) ** 2, 0));
  const ways = [
    { rotate: "radial", letters: Math.floor((r - r0 - 8) / LETTER), lines: Math.min(3, Math.floor((angle * (r0 + (r - r0) / 3)) / LINE)) },
    { rotate: "tangential", letters: Math.floor(Math.min(angle * middle * 0.9, chord) / LETTER), lines: Math.min(3, Math.floor((r - r0 - 4) / LINE)) },
  ].filter(({ letters, lines }) => letters >= 4 && lines >= 1);
  const shown = ways.map((way) => ({ ...way, text: wrapped(name, way.letters, way.lines) }));
  const best = shown.find(({ text }) => !text.includes("…")) ?? shown.sort((a, b) => b.text.length - a.text.length)[0];
  return best ? { show: true, rotate: best.rotate, formatter: best.text } : { show: false };
}

/** @param {number} worst */
const grade = (worst) => SEVERITIES[worst] ?? NONE;

/**
 * Draw the sunburst, with the path to what is looked into, and its parts as a list.
 * @param {HTMLElement} place
 * @param {import("./data.js").Picture} data
 */
export function sunburst(place, data) {
  /** @type {Part[]} */
  let path = [[data.root, SEVERITIES.length, "", data.children]];
  const way = h("p", { class: "way" });
  const parts = h("ul", { class: "parts" });
  place.before(h("nav", { "aria-label": "Path in the picture" }, way));
  place.after(legend(), h("div", { class: "partlist" }, parts));

  /** @param {Part[]} next */
  const go = (next) => {
    path = next;
    show();
    draw(place, option, choose);
    say(`${path[path.length - 1][0]}: ${path[path.length - 1][3].length} parts.`);
  };

  const show = () => {
    way.replaceChildren(
      ...path.flatMap(([name], at) => [
        at ? " › " : "",
        at === path.length - 1 ? h("strong", {}, name) : h("button", { type: "button", onclick: () => go(path.slice(0, at + 1)) }, name),
      ]),
    );
    const here = path[path.length - 1];
    parts.replaceChildren(
      ...here[3].map((/** @type {Part} */ part) => {
        const [name, worst, href, inner] = part;
        const into = inner.length ? h("button", { type: "button", onclick: () => go([...path, part]) }, name) : link(name, href);
        return h("li", {}, into, " ", tone(grade(worst), grade(worst) === NONE ? "quiet" : grade(worst)));
      }),
    );
  };

  const option = (/** @type {number} */ wide) => {
    const colour = palette();
    const here = path[path.length - 1];
    const depth = Math.min(5 - path.length, deepest(here[3]));
    const size = Math.min(wide, place.clientHeight);
    const edges = edgesOf(size, WIDTHS.slice(path.length - 1, path.length - 1 + depth));
    const all = leaves(here);
    /** @type {(part: Part, ring?: number) => any} */
    const node = (part, ring = 0) => {
      const fill = colour[`fill-${SEVERITIES[part[1]] ?? "none"}`];
      return {
        name: part[0],
        part,
        itemStyle: { color: fill, borderColor: colour.paper, borderWidth: 1 },
        label: { color: on(fill), ...labelled(part[0], (2 * Math.PI * leaves(part)) / all, edges[ring], edges[ring + 1]) },
        ...(part[3].length && ring + 1 < depth ? { children: part[3].map((/** @type {Part} */ each) => node(each, ring + 1)) } : { value: leaves(part) }),
      };
    };
    return {
      tooltip: { formatter: (/** @type {any} */ each) => (each.data?.part ? `${each.name}\n${grade(each.data.part[1])}` : here[0]) },
      series: [
        {
          type: "sunburst",
          data: here[3].map((/** @type {Part} */ each) => node(each)),
          sort: null,
          nodeClick: false,
          emphasis: { focus: "none" },
          center: ["50%", "50%"],
          radius: [edges[0], edges[depth]],
          label: { fontSize: 11, lineHeight: LINE },
          levels: [{}, ...Array.from({ length: depth }, (_, at) => ({ r0: edges[at], r: edges[at + 1] }))],
        },
      ],
    };
  };

  const choose = (/** @type {any} */ event) => {
    const names = (event.treePathInfo ?? []).map((/** @type {{name: string}} */ each) => each.name).slice(1);
    /** @type {Part[]} */
    const next = [...path];
    for (const name of names) {
      const found = next[next.length - 1][3].find((/** @type {Part} */ part) => part[0] === name);
      if (found) next.push(found);
    }
    const last = next[next.length - 1];
    if (last[3].length) go(next);
    else if (last[2]) location.hash = last[2];
  };

  show();
  draw(place, option, choose);
}

/**
 * Where the rings begin, and where the last of them ends.
 * @param {number} size of the picture
 * @param {number[]} widths beside each other
 */
function edgesOf(size, widths) {
  const inner = size * 0.075;
  const unit = (size * 0.49 - inner) / widths.reduce((sum, each) => sum + each, 0);
  return widths.reduce((edges, each) => [...edges, edges[edges.length - 1] + each * unit], [inner]);
}

function legend() {
  const words = [...SEVERITIES.map((name) => tone(name, name)), tone(NONE, "quiet")];
  return h("p", { class: "legend" }, "Worst open finding: ", ...words);
}
