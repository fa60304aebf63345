// The pictures of the views; each stands beside a table that says the same.

import { draw, palette } from "./charts.js";
import { report } from "./data.js";
import { sunburst } from "./sunburst.js";
import { spans, timeline } from "./timeline.js";

/** @typedef {import("./data.js").Picture} Picture */
/** @typedef {{name: string, tone: string, values: number[]}} Series */

const kinds = { bars, line, matrix, spans, sunburst, timeline };

/**
 * Draw the picture of a figure.
 * @param {HTMLElement} figure
 */
export function picture(figure) {
  const data = report.pictures[figure.dataset.picture ?? ""];
  const place = /** @type {HTMLElement} */ (figure.querySelector(".drawing"));
  figure.hidden = false;
  if (!place.style.height) {
    place.style.height = data.kind === "sunburst" ? `min(${data.height}rem, ${place.clientWidth}px)` : `${data.height}rem`;
  }
  kinds[/** @type {keyof typeof kinds} */ (data.kind)](place, data);
}

/** How wide the names beside a picture may be. @param {HTMLElement} place */
export const margin = (place) => Math.round(Math.min(230, place.clientWidth * 0.36));

/**
 * Bars: lying, or upright over time; stacked where there are several series.
 * @param {HTMLElement} place
 * @param {Picture} data
 */
function bars(place, data) {
  draw(place, () => {
    const colour = palette();
    const { names, upright, share } = data;
    /** @type {Series[]} */
    const series = data.series;
    const totals = names.map((/** @type {string} */ _, /** @type {number} */ at) => series.reduce((sum, each) => sum + each.values[at], 0));
    const left = margin(place);
    const category = {
      type: "category",
      data: names,
      inverse: !upright,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colour.quiet } },
      axisLabel: upright
        ? { color: colour.ink, hideOverlap: true }
        : { color: colour.ink, width: left - 12, overflow: "truncate", interval: 0 },
    };
    const value = {
      type: "value",
      max: share ? 100 : undefined,
      minInterval: 1,
      axisLabel: { color: colour.quiet, formatter: share ? "{value}%" : (/** @type {number} */ each) => each.toLocaleString("en-GB"), hideOverlap: true },
      splitLine: { lineStyle: { color: colour.line } },
    };
    return {
      grid: { left: upright ? 70 : left, right: 24, top: series.length > 1 ? 44 : 12, bottom: 30 },
      legend: series.length > 1 ? { top: 0, left: 0, itemWidth: 14, itemHeight: 14, textStyle: { color: colour.ink }, selectedMode: false } : undefined,
      tooltip: { trigger: "axis", axisPointer: { type: "shadow" } },
      xAxis: upright ? category : value,
      yAxis: upright ? value : category,
      series: series.map((each) => ({
        name: each.name,
        type: "bar",
        stack: "all",
        barMaxWidth: 22,
        itemStyle: {
          color: each.tone === "unknown" ? colour.line : (colour[each.tone] ?? colour.accent),
          borderColor: colour.paper,
          borderWidth: series.length > 1 ? 1 : 0,
          decal: each.tone === "unknown" ? hatched(colour.unknown) : undefined,
        },
        data: each.values.map((number, at) => (share ? (totals[at] ? Math.round((1000 * number) / totals[at]) / 10 : 0) : number)),
        label: series.length === 1 ? { show: true, position: upright ? "top" : "right", color: colour.ink, formatter: (/** @type {any} */ each) => (each.value ? each.value.toLocaleString("en-GB") : "") } : undefined,
      })),
    };
  });
}

/** Hatched is what nobody knows. @param {string} color */
const hatched = (color) => ({ symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4, color });

/**
 * Lines over days.
 * @param {HTMLElement} place
 * @param {Picture} data
 */
function line(place, data) {
  draw(place, () => {
    const colour = palette();
    const dashes = ["solid", "dashed", "dotted"];
    return {
      grid: { left: 50, right: 24, top: 44, bottom: 30 },
      legend: { top: 0, left: 0, textStyle: { color: colour.ink } },
      tooltip: { trigger: "axis" },
      xAxis: { type: "time", axisLabel: { color: colour.quiet, hideOverlap: true }, axisLine: { lineStyle: { color: colour.quiet } } },
      yAxis: { type: "value", minInterval: 1, axisLabel: { color: colour.quiet }, splitLine: { lineStyle: { color: colour.line } } },
      series: data.series.map((/** @type {Series} */ each, /** @type {number} */ at) => ({
        name: each.name,
        type: "line",
        symbolSize: 7,
        lineStyle: { width: at ? 2 : 3, type: dashes[at % 3] },
        itemStyle: { color: [colour.accent, colour.quiet, colour.medium][at % 3] },
        data: each.values.map((value, day) => [data.days[day], value]),
      })),
    };
  });
}

/**
 * Services by systems: a full square competes, an open circle supports.
 * @param {HTMLElement} place
 * @param {Picture} data
 */
function matrix(place, data) {
  draw(place, () => {
    const colour = palette();
    const left = margin(place);
    const axis = { type: "category", axisTick: { show: false }, splitLine: { show: true, lineStyle: { color: colour.line } }, axisLine: { lineStyle: { color: colour.quiet } } };
    const of = (/** @type {number} */ mark) => data.points.filter((/** @type {number[]} */ each) => each[2] === mark).map((/** @type {number[]} */ each) => each.slice(0, 2));
    return {
      grid: { left, right: 20, top: 40, bottom: 170 },
      legend: { top: 0, left: 0, textStyle: { color: colour.ink }, selectedMode: false },
      tooltip: { formatter: (/** @type {any} */ each) => `${data.systems[each.value[0]]}\n${each.seriesName.toLowerCase()} for\n${data.services[each.value[1]]}` },
      xAxis: { ...axis, data: data.systems, axisLabel: { color: colour.ink, rotate: 60, interval: 0, width: 170, overflow: "truncate", fontSize: 11 } },
      yAxis: { ...axis, data: data.services, inverse: true, axisLabel: { color: colour.ink, interval: 0, width: left - 12, overflow: "truncate" } },
      series: [
        { name: "Competes", type: "scatter", symbol: "rect", symbolSize: 13, itemStyle: { color: colour.high }, data: of(1) },
        { name: "Supports", type: "scatter", symbol: "emptyCircle", symbolSize: 10, itemStyle: { color: colour.quiet }, data: of(0) },
      ],
    };
  });
}
