// Time from left to right: what ends, and the spans of exceptions and projects, on one scale.

import { draw, on, palette, rowsOf } from "./charts.js";
import { day } from "./dom.js";

/** @typedef {[string, string, string, string, string]} Span sort, name, first day, last day, where it leads */
/** @typedef {{lane: string, from: number, until: number, ended: boolean, number: number}} Heap */

const PATTERNS = ["series0", "series1", "series2", "series3"];
const MONTHS = 12;
/** Pixels that a number in a circle needs. */
const CIRCLE = 24;

/**
 * @param {Span[]} all
 * @param {number} first the row of the first
 * @param {Record<string, string>} colour
 */
function rows(all, first, colour) {
  const sorts = [...new Set(all.map((span) => span[0]))];
  return sorts.map((sort, at) => ({
    name: sort,
    type: "custom",
    itemStyle: { color: colour[PATTERNS[at % PATTERNS.length]], opacity: 1 },
    encode: { x: [0, 1], y: 2 },
    data: all
      .map((span, row) => ({ value: [span[2], span[3], first + row], span }))
      .filter((each) => each.span[0] === sort),
    renderItem: (/** @type {any} */ _, /** @type {any} */ api) => {
      const [x, y] = api.coord([api.value(0), api.value(2)]);
      const [end] = api.coord([api.value(1), api.value(2)]);
      return {
        type: "rect",
        shape: { x, y: y - 5, width: Math.max(end - x, 3), height: 10, r: 2 },
        style: api.style(),
      };
    },
  }));
}

/**
 * @param {number} wide
 * @param {Record<string, string>} colour
 * @param {string[]} names
 * @param {any} limits
 */
function frame(wide, colour, names, limits) {
  const { left, axis } = rowsOf(names, wide, colour);
  return {
    grid: { left, right: 24, top: 60, bottom: 34 },
    legend: { top: 0, left: 0, textStyle: { color: colour.ink }, selectedMode: false, itemWidth: 14, itemHeight: 10 },
    xAxis: {
      type: "time",
      ...limits,
      position: "bottom",
      axisLabel: { color: colour.quiet, hideOverlap: true, formatter: { year: "{yyyy}", month: "{MMM}", day: "{d} {MMM}" } },
      axisLine: { lineStyle: { color: colour.quiet } },
      splitLine: { show: true, lineStyle: { color: colour.line } },
    },
    yAxis: { ...axis, axisLine: { show: false }, splitLine: { show: true, lineStyle: { color: colour.line } } },
  };
}

/**
 * A line at the day of the audit.
 * @param {string} today
 * @param {Record<string, string>} colour
 */
function now(today, colour) {
  return {
    type: "line",
    data: [],
    markLine: {
      symbol: "none",
      silent: true,
      lineStyle: { color: colour.ink, type: "solid", width: 1.5 },
      label: { formatter: "today", color: colour.ink, position: "start", distance: 8 },
      data: [{ xAxis: today }],
    },
  };
}

const words = (/** @type {Span} */ span) => `${span[0]}: ${span[1]}\n${day(span[2])} to ${day(span[3])}`;

/** @param {any} event */
const follow = (event) => {
  if (event.data?.span) location.hash = event.data.span[4];
};

/** The number of a month since the year 0. @param {string} iso */
const monthOf = (iso) => MONTHS * Number(iso.slice(0, 4)) + Number(iso.slice(5, 7)) - 1;

/** The first day of a month. @param {number} month */
const begins = (month) => Date.UTC(Math.floor(month / MONTHS), month % MONTHS, 1);

/**
 * What ends in so many months together, so that every circle has room.
 * @param {[string, string, number, number][]} points lane, month, whether ended, number
 * @param {number} months
 */
function heaps(points, months) {
  /** @type {Map<string, Heap>} */
  const found = new Map();
  for (const [lane, month, ended, number] of points) {
    const from = Math.floor(monthOf(month) / months) * months;
    const key = `${lane}/${from}/${ended}`;
    const heap = found.get(key) ?? { lane, from, until: from + months, ended: ended === 1, number: 0 };
    heap.number += number;
    found.set(key, heap);
  }
  return [...found.values()];
}

/**
 * Where a heap stands: in its middle; on its side of today, where that lies within.
 * @param {Heap} heap
 * @param {number} today
 */
function middle({ from, until, ended }, today) {
  const [first, last] = [begins(from), begins(until)];
  const inside = first < today && today < last;
  if (!inside) return (first + last) / 2;
  return ended ? (first + today) / 2 : (today + last) / 2;
}

/**
 * What ends, in lanes, above the spans.
 * @param {HTMLElement} place
 * @param {import("./data.js").Picture} data
 */
export function timeline(place, data) {
  draw(
    place,
    (wide) => {
      const colour = palette();
      const names = [...data.lanes, ...data.spans.map((/** @type {Span} */ span) => span[1])];
      const room = (wide - rowsOf(names, wide, colour).left - 24) / (monthOf(data.until) - monthOf(data.from) + 1);
      const months = [1, 3, 6].find((each) => each * room >= CIRCLE) ?? MONTHS;
      const found = heaps(data.points, months);
      const most = Math.max(1, ...found.map((each) => each.number));
      const today = Date.parse(data.today);
      const dots = (/** @type {boolean} */ ended) => {
        const fill = colour[ended ? "fill-critical" : "fill-low"];
        return {
          name: ended ? "Ended" : "Will end",
          type: "scatter",
          symbolSize: (/** @type {any[]} */ value) => 13 + 9 * Math.sqrt(value[2] / most),
          itemStyle: { color: fill, opacity: 1 },
          label: { show: true, formatter: (/** @type {any} */ each) => each.value[2], color: on(fill), fontSize: 10.5, fontWeight: "bold" },
          data: found.filter((each) => each.ended === ended).map((each) => ({ value: [middle(each, today), data.lanes.indexOf(each.lane), each.number], heap: each })),
        };
      };
      return {
        ...frame(wide, colour, names, { min: data.from, max: data.until }),
        tooltip: {
          formatter: (/** @type {any} */ each) => (each.data.span ? words(each.data.span) : told(each.data.heap)),
        },
        series: [dots(true), dots(false), ...rows(data.spans, data.lanes.length, colour), now(data.today, colour)],
      };
    },
    follow,
  );
}

/** @param {Heap} heap */
function told({ lane, from, until, ended, number }) {
  const [first, last] = [begins(from), begins(until) - 1].map((each) => day(new Date(each).toISOString()));
  return `${lane}: ${number} ${ended ? "ended" : "will end"}\nfrom ${first} to ${last}`;
}

/**
 * The first and the last of all days, with a little room.
 * @param {Span[]} all
 */
function limits(all) {
  const days = all.flatMap((span) => [Date.parse(span[2]), Date.parse(span[3])]);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const room = Math.max((last - first) * 0.03, 86_400_000);
  return { min: first - room, max: last + room };
}

/**
 * Spans alone.
 * @param {HTMLElement} place
 * @param {import("./data.js").Picture} data
 */
export function spans(place, data) {
  draw(
    place,
    (wide) => {
      const colour = palette();
      const names = data.spans.map((/** @type {Span} */ span) => span[1]);
      return {
        ...frame(wide, colour, names, limits(data.spans)),
        tooltip: { formatter: (/** @type {any} */ each) => words(each.data.span) },
        series: [...rows(data.spans, 0, colour), now(data.today, colour)],
      };
    },
    follow,
  );
}
