// Time from left to right: what ends, and the spans of exceptions and projects, on one scale.

import { draw, palette } from "./charts.js";
import { margin } from "./pictures.js";

/** @typedef {[string, string, string, string, string]} Span sort, name, first day, last day, where it leads */

const PATTERNS = ["accent", "medium", "quiet", "low"];

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
    itemStyle: { color: colour[PATTERNS[at % 4]], opacity: 1 },
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
 * @param {HTMLElement} place
 * @param {Record<string, string>} colour
 * @param {string[]} names
 * @param {any} limits
 */
function frame(place, colour, names, limits) {
  const left = margin(place);
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
    yAxis: {
      type: "category",
      data: names,
      inverse: true,
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { color: colour.ink, interval: 0, width: left - 12, overflow: "truncate" },
      splitLine: { show: true, lineStyle: { color: colour.line } },
    },
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

const words = (/** @type {Span} */ span) => `${span[0]}: ${span[1]}\n${span[2]} to ${span[3]}`;

/** @param {any} event */
const follow = (event) => {
  if (event.data?.span) location.hash = event.data.span[4];
};

/**
 * What ends, month by month in lanes, above the spans.
 * @param {HTMLElement} place
 * @param {import("./data.js").Picture} data
 */
export function timeline(place, data) {
  draw(
    place,
    () => {
      const colour = palette();
      const names = [...data.lanes, ...data.spans.map((/** @type {Span} */ span) => span[1])];
      const most = Math.max(1, ...data.points.map((/** @type {any[]} */ each) => each[2]));
      const points = data.points.map((/** @type {[string, string, number]} */ [lane, month, number]) => ({
        value: [`${month}-15`, data.lanes.indexOf(lane), number],
        lane,
        month,
        past: month < data.today.slice(0, 7),
      }));
      const dots = (/** @type {boolean} */ past) => ({
        name: past ? "Ended" : "Will end",
        type: "scatter",
        symbolSize: (/** @type {any[]} */ value) => 9 + 15 * Math.sqrt(value[2] / most),
        itemStyle: { color: past ? colour.critical : colour.high, opacity: 0.9 },
        label: { show: place.clientWidth > 600, formatter: (/** @type {any} */ each) => each.value[2], color: colour.paper, fontSize: 11, fontWeight: "bold" },
        data: points.filter((/** @type {any} */ each) => each.past === past),
      });
      return {
        ...frame(place, colour, names, { min: data.from, max: data.until }),
        tooltip: {
          formatter: (/** @type {any} */ each) =>
            each.data.span ? words(each.data.span) : `${each.data.lane}\n${each.data.month}: ${each.value[2]}`,
        },
        series: [dots(true), dots(false), ...rows(data.spans, data.lanes.length, colour), now(data.today, colour)],
      };
    },
    follow,
  );
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
    () => {
      const colour = palette();
      const names = data.spans.map((/** @type {Span} */ span) => span[1]);
      return {
        ...frame(place, colour, names, limits(data.spans)),
        tooltip: { formatter: (/** @type {any} */ each) => words(each.data.span) },
        series: [...rows(data.spans, 0, colour), now(data.today, colour)],
      };
    },
    follow,
  );
}
