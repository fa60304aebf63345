// Elements are made of text and attributes alone: no name of a record is ever read as markup.

/** @typedef {Node | string | number | null | undefined | false} Child */

/**
 * Make an element.
 * @param {string} tag
 * @param {Record<string, any>} [attributes] `on…` is a listener; true is an empty attribute, false and null none
 * @param {...Child} children
 * @returns {HTMLElement}
 */
export function h(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, String(value));
  }
  for (const child of children) {
    if (child !== null && child !== undefined && child !== false) {
      made.append(child instanceof Node ? child : String(child));
    }
  }
  return made;
}

/**
 * Text whose direction stays its own.
 * @param {Child} text
 */
export const bdi = (text) => h("bdi", {}, text);

/**
 * A text of at most so many characters.
 * @param {string} text
 * @param {number} longest
 */
export const shortened = (text, longest) => (text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text);

/**
 * A text in which backticks set off what is typed.
 * @param {string} text
 */
export const coded = (text) => h("span", {}, ...text.split("`").map((part, at) => (at % 2 ? h("code", {}, part) : part)));

/**
 * A link, or the text alone where it leads nowhere.
 * @param {string} text
 * @param {string} href
 */
export const link = (text, href) => (href ? h("a", { href }, bdi(text)) : bdi(text));

/**
 * A word with its tone; the word says the same as the tone.
 * @param {string} word
 * @param {string} tone
 */
export const tone = (word, tone) => h("span", { class: `tone-${tone}` }, word);

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * A day as people write it: `31 Mar 2027`.
 * @param {string} iso
 */
export const day = (iso) => `${Number(iso.slice(8, 10))} ${MONTHS[Number(iso.slice(5, 7)) - 1]} ${Number(iso.slice(0, 4))}`;

/**
 * A number with its noun: `1 finding`, `1,200 findings`.
 * @param {number} number
 * @param {string} noun
 */
export const counted = (number, noun) => `${number.toLocaleString("en-GB")} ${noun}${number === 1 ? "" : "s"}`;

/**
 * A table that can be scrolled by keyboard.
 * @param {string} caption
 * @param {string[]} columns
 * @param {Child[][]} rows
 */
export function table(caption, columns, rows) {
  const id = `c-${++tables}`;
  return h(
    "div",
    { class: "scroll", role: "region", tabindex: 0, "aria-labelledby": id },
    h(
      "table",
      {},
      h("caption", { id }, caption),
      h("thead", {}, h("tr", {}, ...columns.map((name) => h("th", { scope: "col" }, name)))),
      h(
        "tbody",
        {},
        ...rows.map((row) =>
          h("tr", {}, ...row.map((cell, at) => (at ? h("td", {}, cell) : h("th", { scope: "row" }, cell)))),
        ),
      ),
    ),
  );
}
let tables = 0;

/**
 * Lay out tables for the room that they have: one that is too wide becomes a list of its rows, in
 * which each value says what it is.
 * @param {ParentNode} within
 */
export function fit(within) {
  const all = /** @type {HTMLTableElement[]} */ ([...within.querySelectorAll(".scroll > table")]);
  all.forEach((each) => each.classList.remove("stacked"));
  const wide = all.filter((each) => each.offsetParent && each.scrollWidth > (each.parentElement?.clientWidth ?? 0) + 1);
  wide.forEach(stack);
}

/**
 * Stack the cells of each row. Roles keep a table a table, however it is laid out.
 * @param {HTMLTableElement} one
 */
function stack(one) {
  const names = [...(one.tHead?.rows[0]?.cells ?? [])].map((each) => each.textContent ?? "");
  one.classList.add("stacked");
  one.setAttribute("role", "table");
  for (const part of [one.tHead, ...one.tBodies]) part?.setAttribute("role", "rowgroup");
  for (const row of one.rows) {
    row.setAttribute("role", "row");
    [...row.cells].forEach((cell, at) => {
      const head = cell.tagName === "TH";
      cell.setAttribute("role", head ? (row.parentElement === one.tHead ? "columnheader" : "rowheader") : "cell");
      cell.dataset.label = names[at];
    });
  }
}

/** Rows of a table that are shown at first. */
const ROWS = 50;

/**
 * Show the beginning of long tables, and the rest when somebody asks for it.
 * @param {ParentNode} within
 */
export function abridge(within) {
  for (const one of /** @type {NodeListOf<HTMLTableElement>} */ (within.querySelectorAll(".scroll > table"))) {
    const rest = [...(one.tBodies[0]?.rows ?? [])].slice(ROWS);
    const around = one.parentElement;
    if (rest.length < ROWS / 5 || one.closest(".listing, .place") || !around || one.classList.contains("cut")) continue;
    one.classList.add("cut");
    rest.forEach((row) => row.classList.add("more"));
    const button = h("button", { type: "button", onclick: () => {
      rest.forEach((row) => row.classList.remove("more"));
      button.remove();
      around.focus({ preventScroll: true });
    } }, `Show all ${(ROWS + rest.length).toLocaleString("en-GB")} rows`);
    around.after(button);
  }
}

/**
 * Say something to those who do not see the page.
 * @param {string} words
 */
export function say(words) {
  const said = document.getElementById("said");
  if (said) said.textContent = words;
}

/**
 * Copy a text, also from a file on a share, where the newer way is not allowed.
 * @param {string} text
 */
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = /** @type {HTMLTextAreaElement} */ (h("textarea", { class: "unseen", "aria-hidden": "true", tabindex: -1 }));
    const before = /** @type {HTMLElement | null} */ (document.activeElement);
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    before?.focus();
    return done;
  }
}
