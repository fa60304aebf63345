// Organisation, directorate, service, system: each part in the colour of its worst open finding.

import { draw, palette } from "./charts.js";
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

  const option = () => {
    const colour = palette();
    const rings = deepest(path[path.length - 1][3]);
    /** @type {(part: Part, ring?: number) => any} */
    const node = (part, ring = 1) => ({
      name: part[0],
      part,
      itemStyle: { color: colour[SEVERITIES[part[1]]] ?? colour.line, borderColor: colour.paper, borderWidth: 1 },
      label: { color: colour[SEVERITIES[part[1]]] ? colour.paper : colour.ink },
      ...(part[3].length && ring < rings ? { children: part[3].map((/** @type {Part} */ each) => node(each, ring + 1)) } : { value: leaves(part) }),
    });
    const size = Math.min(place.clientWidth, place.clientHeight);
    const depth = Math.min(5 - path.length, rings);
    const inner = size * 0.11;
    const step = (size * 0.49 - inner) / Math.max(depth, 1);
    return {
      tooltip: { formatter: (/** @type {any} */ each) => (each.data?.part ? `${each.name}\n${grade(each.data.part[1])}` : path[path.length - 1][0]) },
      series: [
        {
          type: "sunburst",
          data: path[path.length - 1][3].map((/** @type {Part} */ each) => node(each)),
          sort: null,
          nodeClick: false,
          emphasis: { focus: "none" },
          center: ["50%", "50%"],
          radius: [inner, size * 0.49],
          label: { minAngle: 8, fontSize: 11, overflow: "truncate", width: step - 8, rotate: "radial" },
          levels: [{}, ...Array.from({ length: depth }, (_, at) => ({ r0: inner + at * step, r: inner + (at + 1) * step }))],
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

function legend() {
  const words = [...SEVERITIES.map((name) => tone(name, name)), tone(NONE, "quiet")];
  return h("p", { class: "legend" }, "Worst open finding: ", ...words);
}
