// A long list, a page at a time: search, filter, sort; the choice stands in the page's address.

import { bdi, copied, counted, day, fit, h, link, say, tone } from "./dom.js";
import { organisationName, report, ruleOf, SEVERITIES } from "./data.js";
import { href } from "./route.js";

const PAGE = innerWidth < 600 ? 20 : 50;
const PRINTED = 500;
/** Values that a choice offers. */
const CHOICES = 400;

/** @typedef {import("./data.js").Column} Column */

export class Listing {
  /**
   * @param {HTMLElement} place
   * @param {string} view the view that it stands in
   */
  constructor(place, view) {
    this.id = place.dataset.listing ?? "";
    this.place = place;
    this.view = view;
    this.caption = place.dataset.caption ?? "";
    const { columns, rows, noun } = report.listings[this.id];
    this.columns = columns;
    this.rows = rows;
    this.noun = noun;
    this.texts = /** @type {string[]} */ ([]);
    /** @type {Record<string, string>} */
    this.asked = {};
    this.first = 0;
    this.size = PAGE;
    this.#build();
  }

  #build() {
    const id = `l-${this.id}`;
    this.fields = /** @type {Map<string, HTMLInputElement | HTMLSelectElement>} */ (new Map());
    this.form = h("form", { role: "search", "aria-label": `Search and filter: ${this.caption}`, onsubmit: (/** @type {Event} */ event) => event.preventDefault() });
    const search = /** @type {HTMLInputElement} */ (h("input", { type: "search", name: "text", autocomplete: "off", oninput: () => this.#chosen() }));
    this.fields.set("text", search);
    this.form.append(h("label", { class: "search" }, "Search", search));
    for (const column of this.columns.filter((each) => each.choose)) this.form.append(this.#choice(column));
    this.form.append(
      h("button", { type: "button", onclick: () => this.#clear() }, "Clear"),
      h("button", { type: "button", onclick: () => this.#copy() }, "Copy link"),
    );
    this.status = h("p", { class: "count" });
    this.body = h("tbody");
    this.head = h("tr", {}, ...this.columns.filter((each) => each.shown).map((each) => this.#heading(each)));
    this.pager = h("p", { class: "pager" });
    this.place.replaceChildren(
      this.form,
      this.status,
      h(
        "div",
        { class: "scroll", role: "region", tabindex: 0, "aria-labelledby": id },
        h("table", {}, h("caption", { id, class: "unseen" }, `${this.caption}, page by page`), h("thead", {}, this.head), this.body),
      ),
      this.pager,
    );
  }

  /** @param {Column} column */
  #choice(column) {
    const at = this.columns.indexOf(column);
    /** @type {Map<string, number>} */
    const numbers = new Map();
    for (const row of this.rows) {
      const value = row[at];
      for (const each of Array.isArray(value) ? value : [value]) if (each) numbers.set(each, (numbers.get(each) ?? 0) + 1);
    }
    const byWord = (/** @type {string} */ a, /** @type {string} */ b) => (this.#word(column, a) < this.#word(column, b) ? -1 : 1);
    const values = [...numbers.keys()].sort(column.kind === "severity" ? bySeverity : byWord).slice(0, CHOICES);
    const select = /** @type {HTMLSelectElement} */ (
      h(
        "select",
        { name: column.key, onchange: () => this.#chosen() },
        h("option", { value: "" }, "any"),
        ...values.map((value) => h("option", { value }, `${this.#word(column, value)} (${numbers.get(value)})`)),
      )
    );
    this.fields?.set(column.key, select);
    return h("label", {}, column.name, select);
  }

  /** @param {Column} column */
  #heading(column) {
    const button = h("button", { type: "button", class: "sort", onclick: () => this.#sort(column) }, column.name);
    return h("th", { scope: "col", class: column.kind === "number" ? "n" : null, "data-key": column.key }, button);
  }

  /**
   * A value in words.
   * @param {Column} column
   * @param {string} value
   */
  #word(column, value) {
    if (column.key === "organisation") return organisationName(value);
    if (column.key === "principle") return report.principles[value] ?? value;
    if (column.key === "rule") return ruleOf(value)?.[1] ?? value;
    return value;
  }

  /**
   * Show what the address of the page asks for.
   * @param {Record<string, string>} asked
   */
  show(asked) {
    this.asked = asked;
    this.first = 0;
    for (const [key, field] of this.fields ?? []) {
      if (document.activeElement !== field) field.value = asked[key] ?? "";
    }
    this.draw();
  }

  #chosen() {
    const { sort } = this.asked;
    /** @type {Record<string, string>} */
    const asked = {};
    for (const [key, field] of this.fields ?? []) if (field.value) asked[key] = field.value;
    if (sort) asked.sort = sort;
    this.#go(asked);
  }

  /** @param {Record<string, string>} asked */
  #go(asked) {
    history.replaceState(null, "", href(this.view, asked));
    this.asked = asked;
    this.first = 0;
    this.draw();
    say(this.status?.textContent ?? "");
  }

  #clear() {
    for (const [, field] of this.fields ?? []) field.value = "";
    this.#go({});
  }

  async #copy() {
    const address = location.href.split("#")[0] + href(this.view, this.asked);
    const note = (await copied(address)) ? "The link is copied." : "The link cannot be copied here; it stands in the address of the page.";
    say(note);
    if (this.status) this.status.textContent = note;
  }

  /** @param {Column} column */
  #sort(column) {
    const down = this.asked.sort === column.key;
    this.#go({ ...this.asked, sort: down ? `-${column.key}` : column.key });
  }

  /** The rows that are asked for, in the order asked for. */
  chosen() {
    const words = (this.asked.text ?? "").toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = this.columns
      .map((column, at) => /** @type {[number, string]} */ ([at, column.choose ? (this.asked[column.key] ?? "") : ""]))
      .filter(([, value]) => value);
    const rows = this.rows.filter((row, at) => {
      if (!wanted.every(([column, value]) => has(row[column], value))) return false;
      if (!words.length) return true;
      this.texts[at] ??= this.#text(row);
      return words.every((word) => this.texts[at].includes(word));
    });
    return this.#sorted(rows);
  }

  /** @param {any[]} row */
  #text(row) {
    return row
      .map((value, at) => [value].flat().map((each) => `${each ?? ""} ${this.#word(this.columns[at], String(each ?? ""))}`).join(" "))
      .join(" ")
      .toLowerCase();
  }

  /** @param {any[][]} rows */
  #sorted(rows) {
    const key = (this.asked.sort ?? "").replace(/^-/, "");
    const at = this.columns.findIndex((column) => column.key === key);
    if (at < 0) return rows;
    const { kind } = this.columns[at];
    const turn = this.asked.sort?.startsWith("-") ? -1 : 1;
    const part = kind === "sized" ? 1 : 0;
    const value = (/** @type {any[]} */ row) => (Array.isArray(row[at]) ? (row[at][part] ?? "") : (row[at] ?? ""));
    return [...rows].sort((a, b) => {
      const [one, two] = [value(a), value(b)];
      if (kind === "number" || kind === "sized") return turn * (Number(one) - Number(two));
      if (kind === "severity") return turn * bySeverity(one, two);
      return turn * (one < two ? -1 : one > two ? 1 : 0);
    });
  }

  /** Draw the page of the list that is asked for. */
  draw() {
    const rows = this.chosen();
    const until = Math.min(this.first + this.size, rows.length);
    const all = counted(this.rows.length, this.noun);
    if (this.status) {
      const which = rows.length === this.rows.length ? all : `${rows.length.toLocaleString("en-GB")} of ${all}`;
      this.status.textContent = until < rows.length || this.first ? `${which}; ${this.first + 1} to ${until} are shown` : which;
    }
    const none = h("tr", {}, h("td", { colspan: this.columns.length }, this.rows.length ? `No ${this.noun} fits what is chosen. Clear brings all of them back.` : `There is no ${this.noun}.`));
    this.body?.replaceChildren(...(rows.length ? rows.slice(this.first, until).map((row) => this.#row(row)) : [none]));
    for (const heading of this.head?.children ?? []) {
      const { key } = /** @type {HTMLElement} */ (heading).dataset;
      const sort = this.asked.sort;
      if (sort === key) heading.setAttribute("aria-sort", "ascending");
      else if (sort === `-${key}`) heading.setAttribute("aria-sort", "descending");
      else heading.removeAttribute("aria-sort");
    }
    this.pager?.replaceChildren(...this.#steps(rows.length));
    fit(this.place);
  }

  /** @param {number} number of rows */
  #steps(number) {
    if (number <= this.size) return [];
    const step = (/** @type {string} */ name, /** @type {number} */ first, /** @type {boolean} */ there) =>
      h("button", { type: "button", disabled: !there, onclick: () => this.#turn(first) }, name);
    return [
      step("Previous", Math.max(0, this.first - this.size), this.first > 0),
      step("Next", this.first + this.size, this.first + this.size < number),
    ];
  }

  /** @param {number} first */
  #turn(first) {
    this.first = first;
    this.draw();
    say(this.status?.textContent ?? "");
    this.status?.scrollIntoView({ block: "nearest" });
  }

  /** @param {any[]} row */
  #row(row) {
    const shown = this.columns.map((column, at) => /** @type {[Column, any]} */ ([column, row[at]])).filter(([column]) => column.shown);
    return h("tr", {}, ...shown.map(([column, value]) => this.#cell(column, value)));
  }

  /**
   * @param {Column} column
   * @param {any} value
   */
  #cell(column, value) {
    if (value === "" || value === null || value.length === 0) return h("td", {}, "");
    switch (column.kind) {
      case "severity": return h("td", {}, tone(value, value));
      case "link": return h("th", { scope: "row" }, link(value[0], value[1]));
      case "number": return h("td", { class: "n" }, Number(value).toLocaleString("en-GB"));
      case "texts": return h("td", {}, bdi(value.map((/** @type {string} */ each) => this.#word(column, each)).join(", ")));
      case "date": return h("td", { class: "day" }, h("time", { datetime: value }, day(value)));
      case "sized": return h("td", {}, bdi(value[0]));
      default: return h("td", {}, bdi(this.#word(column, value)));
    }
  }

  /** Show as much as is worth printing. */
  print() {
    this.size = PRINTED;
    this.draw();
  }

  /** Show a page again. */
  resume() {
    this.size = PAGE;
    this.draw();
  }
}

/**
 * @param {string} one
 * @param {string} two
 */
function bySeverity(one, two) {
  const rank = (/** @type {string} */ each) => (SEVERITIES.indexOf(each) + SEVERITIES.length + 1) % (SEVERITIES.length + 1);
  return rank(one) - rank(two);
}

/**
 * @param {any} value
 * @param {string} wanted
 */
const has = (value, wanted) => (Array.isArray(value) ? value.includes(wanted) : String(value) === wanted);
