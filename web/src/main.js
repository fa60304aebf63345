// The page: one view at a time, by the address; without this script it is all there to read.

import * as card from "./card.js";
import { redraw } from "./charts.js";
import { ids, report } from "./data.js";
import { abridge, fit } from "./dom.js";
import { Explorer } from "./explorer.js";
import { Graph } from "./graph.js";
import { Listing } from "./listing.js";
import { picture } from "./pictures.js";
import { parse } from "./route.js";

const ALL = "all";
/** The width of a picture on A4 paper, in pixels. */
const PAPER = 690;
/** From which width the contents stand beside the view. */
const WIDE = 960;

const contents = /** @type {HTMLDetailsElement} */ (document.querySelector("nav details"));
const views = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".view")]);
/** @type {Graph | undefined} */
let made;
/** The graph, made when somebody first looks at it. */
const graph = () => (made ??= new Graph(ids, report.wires, report.relations));
/** @type {Map<string, Listing>} */
const listings = new Map();
/** @type {Explorer | undefined} */
let explorer;
let first = true;

/** @param {HTMLElement} view */
const nameOf = (view) => view.id.slice(1);

/**
 * Make what a view holds, when it is first shown.
 * @param {HTMLElement} view
 */
function fill(view) {
  abridge(view);
  for (const place of view.querySelectorAll("[data-listing]")) {
    const { listing } = /** @type {HTMLElement} */ (place).dataset;
    if (listing && !listings.has(listing)) listings.set(listing, new Listing(/** @type {HTMLElement} */ (place), nameOf(view)));
  }
  for (const figure of view.querySelectorAll("[data-picture][hidden]")) picture(/** @type {HTMLElement} */ (figure));
  const place = /** @type {HTMLElement | null} */ (view.querySelector("[data-place=explorer]"));
  if (place && !explorer) explorer = new Explorer(place, graph());
}

function show() {
  const { view: asked, id, asked: query } = parse(location.hash);
  const isCard = asked === "asset" || asked === "finding";
  const wanted = isCard ? "card" : views.some((view) => nameOf(view) === asked) || asked === ALL ? asked : "overview";
  for (const view of views) {
    const name = nameOf(view);
    const shown = wanted === ALL ? name !== "card" : name === wanted;
    view.hidden = !shown;
    if (!shown) continue;
    const heading = /** @type {HTMLElement} */ (view.querySelector("h2"));
    if (name === "card") {
      const place = /** @type {HTMLElement} */ (view.querySelector("[data-place=card]"));
      if (asked === "finding") card.finding(place, heading, id);
      else card.asset(place, heading, id, graph());
    }
    fill(view);
    if (name === "explorer") explorer?.show(query);
    fit(view);
    for (const [, listing] of listings) if (listing.view === name) listing.show(query);
  }
  document.documentElement.classList.toggle("whole", wanted === ALL);
  contents.open = innerWidth >= WIDE;
  redraw();
  mark(wanted);
}

/** @param {string} wanted */
function mark(wanted) {
  for (const link of document.querySelectorAll("nav a")) {
    if (link.getAttribute("href") === `#/${wanted}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  const heading = /** @type {HTMLElement | null} */ (document.querySelector(".view:not([hidden]) h2"));
  document.title = `${heading?.textContent ?? ""}: ${report.estate}`;
  if (!first) {
    scrollTo(0, 0);
    heading?.focus({ preventScroll: true });
    if (innerWidth < WIDE) heading?.scrollIntoView();
  }
  first = false;
}

document.documentElement.classList.add("scripted");
addEventListener("hashchange", show);
let waiting = 0;
addEventListener("resize", () => {
  cancelAnimationFrame(waiting);
  waiting = requestAnimationFrame(() => {
    if (innerWidth >= WIDE) contents.open = true;
    fit(document);
    redraw();
  });
});
for (const query of ["(prefers-color-scheme: dark)", "(prefers-contrast: more)", "(forced-colors: active)"]) {
  matchMedia(query).addEventListener("change", () => redraw());
}
matchMedia("print").addEventListener("change", ({ matches }) => {
  for (const [, listing] of listings) matches ? listing.print() : listing.resume();
  fit(document);
  redraw(matches ? PAPER : undefined);
});
show();
// A browser goes to the view that the address names; where there is room, its heading is in sight.
addEventListener("load", () => innerWidth < WIDE || scrollTo(0, 0));
