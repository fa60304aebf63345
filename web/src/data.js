// The document that the page carries, as estate-report/1 lays it out, and what is looked up in it.

/**
 * @typedef {{name: string, kind: string, key: string, choose: boolean, shown: boolean, values?: any[]}} Column
 * @typedef {{noun: string, columns: Column[], rows: any[][]}} Listing
 * @typedef {{kind: string, height: number} & Record<string, any>} Picture
 * @typedef {{
 *   schema: string, estate: string, as_of: string,
 *   organisations: Record<string, string>, principles: Record<string, string>,
 *   rules: [string, string, string, string[], string[], string[]][],
 *   listings: Record<string, Listing>, pictures: Record<string, Picture>,
 *   texts: string[], details: [number, number, number[], number[]][],
 *   findings: [number, number, number, number[], number[], string, [number, number, string][]][],
 *   gaps: [number, string[]][], unknown: Record<string, number[]>,
 *   relations: [string, string, number, string][], wires: number[][],
 * }} Report
 */

/** @type {Report} */
export const report = JSON.parse(document.getElementById("data")?.textContent ?? "{}");

// What is chosen by comes often, and is carried once: its number stands for it.
for (const { columns, rows } of Object.values(report.listings)) {
  columns.forEach(({ values }, at) => {
    if (values) for (const row of rows) row[at] = values[row[at]];
  });
}

/**
 * Where something stands: `inventory/sites.yaml:12`; nothing where it stands nowhere.
 * @param {number} file the number of its name
 * @param {number} line
 */
export const whereOf = (file, line) => (line ? `${report.texts[file]}:${line}` : "");

const records = report.listings.assets.rows;

/** The id of every record, in the order of the list of records. */
export const ids = records.map((row) => String(row[0][1]).slice("#/asset/".length));

const places = new Map(ids.map((id, at) => [id, at]));

/** @param {string} id */
export const placeOf = (id) => places.get(id) ?? -1;

/** @param {number} at */
export const nameOf = (at) => String(records[at][0][0]);

/** @param {number} at */
export const kindOf = (at) => String(records[at][1]);

/** @param {number} at */
export const hrefOf = (at) => `#/asset/${ids[at]}`;

/** @param {number} at */
export const recordOf = (at) => records[at];

export const SEVERITIES = ["critical", "high", "medium", "low", "info"];

/** @type {Map<number, number[]>} the findings of each record */
const found = new Map();
report.findings.forEach(([record], at) => {
  if (record < 0) return;
  const there = found.get(record);
  if (there) there.push(at);
  else found.set(record, [at]);
});

/** @param {number} at */
export const findingsOf = (at) => found.get(at) ?? [];

/**
 * Names and values that take turns, by the numbers of their texts.
 * @param {number[]} numbers
 * @returns {[string, string][]}
 */
export const pairs = (numbers) =>
  Array.from({ length: numbers.length / 2 }, (_, at) => [report.texts[numbers[2 * at]], report.texts[numbers[2 * at + 1]]]);

/** @param {string} organisation */
export const organisationName = (organisation) => report.organisations[organisation] ?? organisation;

/** @param {string} rule */
export const ruleOf = (rule) => report.rules.find((each) => each[0] === rule);
