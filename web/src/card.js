// The card of a record, and the card of a finding.

import { bdi, coded, counted, h, link, shortened, table, tone } from "./dom.js";
import { findingsOf, hrefOf, kindOf, nameOf, organisationName, pairs, placeOf, recordOf, report, ruleOf, whereOf } from "./data.js";
import { around, neighbourhood } from "./neighbourhood.js";

/** Rows of a table on a card. */
const LISTED = 60;
/** Characters of a title. */
const TITLE = 160;

/**
 * Fill a place with the card of a record.
 * @param {HTMLElement} place
 * @param {HTMLElement} heading
 * @param {string} id
 * @param {import("./graph.js").Graph} graph
 */
export function asset(place, heading, id, graph) {
  const at = placeOf(id);
  if (at < 0) {
    heading.textContent = "No such record";
    place.replaceChildren(h("p", {}, "No record of this estate is called ", bdi(id), "."));
    return;
  }
  heading.replaceChildren(bdi(shortened(nameOf(at), TITLE)));
  const [, kind, organisations, state, criticality] = recordOf(at);
  const [file, line, ...rest] = report.details[at];
  const where = whereOf(file, line);
  const [said, software] = rest.map(pairs);
  const owners = organisations.map(organisationName).join(" and ");
  const facts = [...said.filter(([name]) => !["organisation", "status", "criticality"].includes(name))];
  const drawing = h("div", { class: "drawing", role: "img", "aria-label": `What needs ${nameOf(at)}, and what it needs; the tables say the same.` });
  const needs = edges(graph, at);
  place.replaceChildren(
    h("p", { class: "lead" }, [kind, owners, state, criticality && `criticality ${criticality}`].filter(Boolean).join(" · ")),
    h("p", { class: "tone-quiet" }, h("code", {}, id), where ? ` in ${where}` : ""),
    ...section("Findings", found(at)),
    ...section("What is not known", unknown(at)),
    ...section("On record", facts.length ? terms(facts) : null),
    ...section("Software", software.length ? table("Installed software and its support.", ["Software", "Support"], software.map(([name, support]) => [bdi(name), bdi(support)])) : null),
    ...section("Around it", needs ? h("div", {}, h("figure", { class: "picture wide" }, h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "The picture" }, drawing)), h("p", {}, h("a", { href: `#/explorer?focus=${encodeURIComponent(id)}` }, "Explore from here"), " · ", h("a", { href: `#/explorer?focus=${encodeURIComponent(id)}&stop=1` }, "What stops if this stops?"))) : null),
    ...section("Relations", needs),
  );
  if (needs) neighbourhood(drawing, graph, at, around(graph, at, 1).columns, (other) => (location.hash = hrefOf(other)));
}

/**
 * @param {string} title
 * @param {HTMLElement | null} content
 */
function section(title, content) {
  return content ? [h("h3", {}, title), content] : [];
}

/** @param {[string, string][]} rows */
function terms(rows) {
  return h("dl", { class: "terms" }, ...rows.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, bdi(value)))));
}

/** @param {number} at */
function found(at) {
  const all = findingsOf(at);
  if (!all.length) return h("p", {}, "No rule found anything here. What is unknown is no pass.");
  const rows = report.listings.findings.rows;
  return table(
    `${counted(all.length, "finding")} about this record.`,
    ["Severity", "What was found", "Status"],
    all.slice(0, LISTED).map((each) => [tone(rows[each][0], rows[each][0]), link(rows[each][1][0], rows[each][1][1]), rows[each][3]]),
  );
}

/** @param {number} at */
function unknown(at) {
  const all = report.unknown[String(at)];
  if (!all) return null;
  return table(
    "Rules that could not judge it, and what they lack.",
    ["Rule", "Is not recorded"],
    all.map((gap) => report.gaps[gap]).map(([rule, fields]) => [report.rules[rule][1], bdi(fields.join(", "))]),
  );
}

/**
 * @param {import("./graph.js").Graph} graph
 * @param {number} at
 */
function edges(graph, at) {
  const out = (graph.leaving.get(at) ?? []).map((edge) => /** @type {const} */ ([edge, edge.to, report.relations[edge.relation][0]]));
  const back = (graph.entering.get(at) ?? []).map((edge) => /** @type {const} */ ([edge, edge.from, report.relations[edge.relation][1]]));
  const all = [...out, ...back].sort((one, other) => (one[2] < other[2] ? -1 : one[2] > other[2] ? 1 : 0));
  if (!all.length) return null;
  const more = all.length - LISTED;
  return table(
    `${counted(all.length, "relation")} of this record${more > 0 ? `; ${more} more are not listed here` : ""}.`,
    ["It", "Record", "Kind", "How"],
    all.slice(0, LISTED).map(([edge, other, words]) => [
      words,
      link(nameOf(other), hrefOf(other)),
      kindOf(other),
      edge.group ? `one of a group; ${edge.least} must be up` : edge.soft ? "soft: it goes on without" : "",
    ]),
  );
}

/**
 * Fill a place with the card of a finding.
 * @param {HTMLElement} place
 * @param {HTMLElement} heading
 * @param {string} fingerprint
 */
export function finding(place, heading, fingerprint) {
  const rows = report.listings.findings.rows;
  const at = rows.findIndex((row) => row[1][1] === `#/finding/${fingerprint}`);
  if (at < 0) {
    heading.textContent = "No such finding";
    place.replaceChildren(h("p", {}, "No finding of this page has the fingerprint ", bdi(fingerprint), "."));
    return;
  }
  const [severity, [message], organisations, status, rule] = rows[at];
  const [record, file, line, grounds, path, exception, related] = report.findings[at];
  const where = whereOf(file, line);
  const text = ruleOf(rule);
  heading.replaceChildren(bdi(shortened(message, TITLE)));
  place.replaceChildren(
    h("p", { class: "lead" }, tone(severity, severity), ` · ${status === "known" ? "known from the baseline" : status} · ${organisations.map(organisationName).join(" and ") || "no organisation recorded"}`),
    h("p", {}, record >= 0 ? link(`Card of ${nameOf(record)}`, hrefOf(record)) : "", where && record >= 0 ? ` · in ${where}` : where),
    exception ? h("p", {}, "Accepted by ", link(exception, `#/asset/${exception}`)) : "",
    ...section("What is recorded", grounds.length ? h("ul", {}, ...grounds.map((each) => h("li", {}, bdi(report.texts[each])))) : null),
    ...section("Along this path", path.length > 1 ? h("ol", { class: "steps" }, ...path.map((each) => h("li", {}, link(nameOf(each), hrefOf(each))))) : null),
    ...section("See also", related.length ? h("ul", {}, ...related.map(([file, line, words]) => h("li", {}, bdi(words), line ? ` (${whereOf(file, line)})` : ""))) : null),
    ...section("Why it matters", text ? paragraphs(text[3]) : null),
    ...section("What to do", text ? paragraphs(text[4]) : null),
    ...section("On whose authority", text?.[5].length ? h("ul", {}, ...text[5].map((each) => h("li", {}, each))) : null),
    h("p", {}, h("a", { href: `#/findings?rule=${encodeURIComponent(rule)}` }, "All findings of this rule"), " · ", h("code", {}, `estate explain ${fingerprint}`)),
  );
}

/** @param {string[]} all */
const paragraphs = (all) => h("div", {}, ...all.map((each) => h("p", {}, coded(each))));
