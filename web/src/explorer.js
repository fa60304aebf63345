// Walking through the graph: around a record, from one to another, and what stops with it.

import { bdi, counted, fit, h, link, say, shortened, table } from "./dom.js";
import { hrefOf, ids, kindOf, nameOf, placeOf, report } from "./data.js";
import { around, neighbourhood } from "./neighbourhood.js";
import { href } from "./route.js";

/** Records that a search offers. */
const OFFERED = 12;
/** Records to begin with. */
const BEGINNINGS = 10;
/** Rows of a table. */
const LISTED = 200;
/** Between the records that are opened, in an address: no id has one. */
const AND = ",";

export class Explorer {
  /**
   * @param {HTMLElement} place
   * @param {import("./graph.js").Graph} graph
   */
  constructor(place, graph) {
    this.graph = graph;
    /** @type {Record<string, string>} */
    this.asked = {};
    this.focus = finder("Start at", (at) => this.#go({ focus: ids[at], open: "" }));
    this.target = finder("Way to (optional)", (at) => this.#go({ to: ids[at], stop: "" }));
    this.depth = /** @type {HTMLSelectElement} */ (
      h("select", { onchange: () => this.#go({ depth: this.depth.value }) }, ...["1", "2", "3"].map((value) => h("option", { value }, value === "1" ? "1 step" : `${value} steps`)))
    );
    this.stop = /** @type {HTMLInputElement} */ (h("input", { type: "checkbox", onchange: () => this.#go({ stop: this.stop.checked ? "1" : "", to: "" }) }));
    this.answer = h("div");
    place.replaceChildren(
      h("form", { onsubmit: (/** @type {Event} */ event) => event.preventDefault() },
        this.focus.element,
        this.target.element,
        h("label", {}, "How far", this.depth),
        h("label", { class: "tick" }, this.stop, " What stops if this stops"),
      ),
      this.answer,
    );
  }

  /**
   * Go on, so that one can go back; where the focus was is no longer there, unless it is named.
   * @param {Record<string, string>} change
   * @param {string} [focus] the id of what is to have the focus
   */
  #go(change, focus) {
    const asked = Object.fromEntries(Object.entries({ ...this.asked, ...change }).filter(([, value]) => value));
    history.pushState(null, "", href("explorer", asked));
    this.show(asked);
    fit(this.answer);
    if (focus) document.getElementById(focus)?.focus();
  }

  /** @param {number} at */
  #start(at) {
    this.#go({ focus: ids[at], to: "", stop: "", open: "" }, START);
  }

  /** @param {number} at */
  #open(at) {
    const open = this.#opened();
    const next = open.includes(at) ? open.filter((each) => each !== at) : [...open, at];
    this.#go({ open: next.map((each) => ids[each]).join(AND) }, `open-${at}`);
  }

  /** The records that somebody has opened. */
  #opened() {
    return (this.asked.open ?? "").split(AND).map(placeOf).filter((at) => at >= 0);
  }

  /** @param {Record<string, string>} asked */
  show(asked) {
    this.asked = asked;
    const at = placeOf(asked.focus ?? "");
    const to = placeOf(asked.to ?? "");
    this.focus.set(at);
    this.target.set(to);
    this.depth.value = asked.depth ?? "1";
    this.stop.checked = asked.stop === "1";
    if (at < 0) {
      this.answer.replaceChildren(...this.#beginnings());
      return;
    }
    this.answer.replaceChildren(
      h("h3", { id: START, tabindex: -1 }, link(shortened(nameOf(at), 160), hrefOf(at)), ` (${kindOf(at)})`),
      ...(asked.stop === "1" ? this.#stopped(at) : []),
      ...(to >= 0 ? this.#way(at, to) : []),
    );
    this.#around(at, Number(this.depth.value) || 1);
  }

  /** Where a reader may begin: what most others need. */
  #beginnings() {
    const needers = ids.map((_, at) => [at, this.graph.neededBy(at).length]).sort(([one, a], [two, b]) => b - a || one - two);
    const most = needers.slice(0, BEGINNINGS).filter(([, number]) => number);
    return [
      ...(most.length
        ? [h("p", {}, "Type a name to begin."), table("Or begin with what most others need.", ["Record", "Kind", "Needed directly by"], most.map(([at, number]) => [
            h("a", { href: href("explorer", { focus: ids[at] }) }, bdi(shortened(nameOf(at), 160))), kindOf(at), counted(number, "record"),
          ]))]
        : [h("p", {}, "No record says that it needs another, so that there is no way to walk. Fields such as ", h("code", {}, "runs_on"), ", ", h("code", {}, "uses"), " and ", h("code", {}, "supports"), " say so.")]),
    ];
  }

  /**
   * @param {number} at
   * @param {number} depth
   */
  #around(at, depth) {
    const { columns, left } = around(this.graph, at, depth, this.#opened());
    const drawing = h("div", { class: "drawing", role: "img", "aria-label": `What needs ${nameOf(at)} on the left, what it needs on the right; the tables say the same.` });
    const note = h("p", { class: "tone-quiet" });
    this.answer.append(
      h("h4", {}, "What needs it, and what it needs"),
      h("figure", { class: "picture wide" }, h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "The picture" }, drawing), note),
      h("div", { class: "pair" },
        this.#side("What needs it", this.graph.neededBy(at), columns, (column) => column < 0),
        this.#side("What it needs", this.graph.needsOf(at), columns, (column) => column >= 0)),
    );
    neighbourhood(drawing, this.graph, at, columns, (other) => this.#start(other));
    const more = left === 1 ? "1 further record has" : `${left.toLocaleString("en-GB")} further records have`;
    note.textContent = `${left ? `${more} no room in the picture. ` : ""}An arrow leads to what is needed; a dashed one, to what it can go on without. A thick border is a critical or high finding.`;
  }

  /**
   * What stands on one side: all direct neighbours, and whatever else is drawn there.
   * @param {string} title
   * @param {number[]} direct
   * @param {Map<number, number>} columns
   * @param {(column: number) => boolean} here
   */
  #side(title, direct, columns, here) {
    const near = new Set(direct);
    const drawn = [...columns].filter(([at, column]) => here(column) && !near.has(at) && ids[at] !== this.asked.focus);
    const found = [...direct, ...drawn.sort(([, a], [, b]) => Math.abs(a) - Math.abs(b)).map(([at]) => at)];
    if (!found.length) return h("p", {}, `${title}: nothing on record.`);
    const opened = this.#opened();
    const steps = (/** @type {number} */ at) => (near.has(at) ? "1 step" : columns.get(at) ? counted(Math.abs(columns.get(at) ?? 0), "step") : "beside it");
    const hidden = (/** @type {number} */ at) => h("span", { class: "unseen" }, ` ${nameOf(at)}`);
    return table(abridged(`${title}: ${counted(found.length, "record")}`, found.length), ["Record", "Kind", "How far"], found.slice(0, LISTED).map((at) => [
      h("div", {}, link(nameOf(at), hrefOf(at)), h("span", { class: "goes" },
        h("button", { type: "button", onclick: () => this.#start(at) }, "Start here", hidden(at)),
        columns.has(at) && h("button", { type: "button", id: `open-${at}`, "aria-pressed": String(opened.includes(at)), onclick: () => this.#open(at) }, opened.includes(at) ? "Fold" : "Expand", hidden(at)))),
      kindOf(at),
      steps(at),
    ]));
  }

  /**
   * @param {number} from
   * @param {number} to
   */
  #way(from, to) {
    for (const [one, other, soft] of /** @type {[number, number, boolean][]} */ ([[from, to, false], [to, from, false], [from, to, true], [to, from, true]])) {
      const way = this.graph.path(one, other, soft);
      if (way.length) {
        const words = `${nameOf(one)} needs ${nameOf(other)}${soft ? ", but can go on without it" : ""}, in ${counted(way.length - 1, "step")}:`;
        say(words);
        return [h("h4", {}, "The way between them"), h("p", {}, bdi(words)), h("ol", { class: "steps" }, ...way.map((at) => h("li", {}, link(nameOf(at), hrefOf(at)), ` ${kindOf(at)}`)))];
      }
    }
    return [h("h4", {}, "The way between them"), h("p", {}, "Neither needs the other.")];
  }

  /** @param {number} at */
  #stopped(at) {
    const stops = [...this.graph.stopsWhen([at])].filter(([, { stage }]) => stage).sort(([one, a], [two, b]) => a.stage - b.stage || (ids[one] < ids[two] ? -1 : 1));
    const services = stops.filter(([each]) => kindOf(each) === "service").length;
    const words = stops.length ? `${counted(stops.length, "record")} stop with it, of which ${counted(services, "service")}.` : "Nothing else stops, as far as is recorded.";
    say(words);
    const head = [h("h4", {}, "What stops if this stops"), h("p", {}, words)];
    if (!stops.length) return head;
    return [...head, table(abridged("Stage by stage, for want of what. Redundancy and failing over are counted; soft needs stop nothing", stops.length), ["What stops", "Kind", "Stage", "For want of"], stops.slice(0, LISTED).map(([each, { stage, because }]) => [
      link(nameOf(each), hrefOf(each)), kindOf(each), stage, bdi(shortened(because.map(nameOf).join(", "), 200)),
    ]))];
  }
}

/** The heading of what one starts at. */
const START = "started";

/**
 * A caption that says how many rows are left out.
 * @param {string} caption
 * @param {number} rows
 */
const abridged = (caption, rows) => (rows > LISTED ? `${caption}; the first ${LISTED} of ${rows.toLocaleString("en-GB")} are listed.` : `${caption}.`);

/**
 * A field that finds a record by its name or id.
 * @param {string} label
 * @param {(at: number) => void} chosen
 */
function finder(label, chosen) {
  const id = `find-${label.split(" ")[0].toLowerCase()}`;
  const list = h("ul", { class: "offers", id: `${id}-list`, hidden: true });
  const input = /** @type {HTMLInputElement} */ (h("input", { type: "search", id, autocomplete: "off", "aria-controls": `${id}-list`, oninput: () => offer() }));
  const pick = (/** @type {number} */ at) => {
    list.hidden = true;
    chosen(at);
    input.focus();
  };
  const offer = () => {
    const words = input.value.toLowerCase().trim();
    const all = words ? report.listings.assets.rows.map((_, at) => at).filter((at) => nameOf(at).toLowerCase().includes(words) || ids[at].includes(words)) : [];
    all.sort((a, b) => rank(a, words) - rank(b, words) || a - b);
    list.hidden = !all.length;
    list.replaceChildren(...all.slice(0, OFFERED).map((at) => h("li", {}, h("button", { type: "button", onclick: () => pick(at) }, nameOf(at), h("small", {}, ` ${kindOf(at)} · ${ids[at]}`)))));
    say(words ? `${counted(all.length, "record")} found.` : "");
  };
  const away = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Escape" || list.hidden) return;
    list.hidden = true;
    input.focus();
  };
  const left = (/** @type {FocusEvent} */ event) => {
    const next = /** @type {Node | null} */ (event.relatedTarget);
    if (next && !element.contains(next)) list.hidden = true;
  };
  const element = h("div", { class: "finder", onkeydown: away, onfocusout: left }, h("label", { for: id }, label), input, list);
  return {
    element,
    set: (/** @type {number} */ at) => {
      if (document.activeElement !== input || at >= 0) input.value = at >= 0 ? nameOf(at) : "";
      list.hidden = true;
    },
  };
}

/**
 * @param {number} at
 * @param {string} words
 */
const rank = (at, words) => (nameOf(at).toLowerCase().startsWith(words) || ids[at].startsWith(words) ? 0 : 1);
