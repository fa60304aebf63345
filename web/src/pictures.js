// The pictures of the views; each stands beside a table that says the same.

import { draw, NARROW, palette, rowsOf } from "./charts.js";
import { report } from "./data.js";
import { h } from "./dom.js";
import { sunburst } from "./sunburst.js";
import { spans, timeline } from "./timeline.js";

/** @typedef {import("./data.js").Picture} Picture */
/** @typedef {{name: string, tone: string, values: number[]}} Series */

const kinds = { bars, line, matrix, panels, spans, sunburst, timeline };

/**
 * Draw the picture of a figure.
 * @param {HTMLElement} figure
 */
export function picture(figure) {
  const data = report.pictures[figure.dataset.picture ?? ""];
  const place = /** @type {HTMLElement} */ (figure.querySelector(".drawing"));
  figure.hidden = false;
  if (!place.style.height) {
    place.style.height = data.kind === "sunburst" ? `min(${data.height}rem, ${place.clientWidth}px)` : heightOf(data, place);
  }
  kinds[/** @type {keyof typeof kinds} */ (data.kind)](place, data);
}

/** The height of a row in pixels whose name stands above it, and of what stands around all rows. */
const ROW = 36;
const AROUND = 110;

/**
 * How high a picture is: where there is little room, names stand above their rows.
 * @param {Picture} data
 * @param {HTMLElement} place
 */
function heightOf(data, place) {
  const rows = data.upright ? 0 : (data.lanes?.length ?? 0) + (data.spans ?? (data.kind === "bars" ? data.names : [])).length;
  return rows && place.clientWidth < NARROW ? `${rows * ROW + AROUND}px` : `${data.height}rem`;
}

/**
 * Bars: lying, or upright over time; stacked where there are several series.
 * @param {HTMLElement} place
 * @param {Picture} data
 */
function bars(place, data) {
  draw(place, (wide) => {
    const colour = palette();
    const { names, upright, share, unit } = data;
    /** @type {Series[]} */
    const series = data.series;
    const totals = names.map((/** @type {string} */ _, /** @type {number} */ at) => series.reduce((sum, each) => sum + each.values[at], 0));
    const { left, axis } = rowsOf(names, wide, colour, 2);
    const category = upright ? { ...axis, inverse: false, axisLabel: { color: colour.ink, hideOverlap: true } } : axis;
    const value = {
      type: "value",
      name: upright ? unit : undefined,
      nameTextStyle: { color: colour.quiet, align: "right" },
      max: share ? 100 : undefined,
      minInterval: 1,
      axisLabel: { color: colour.quiet, formatter: share ? "{value}%" : (/** @type {number} */ each) => each.toLocaleString("en-GB"), hideOverlap: true },
      splitLine: { lineStyle: { color: colour.line } },
    };
    return {
      grid: { left: upright ? 70 : left, right: 24, top: (series.length > 1 ? (wide < NARROW ? 62 : 44) : 12) + (upright && unit ? 20 : 0), bottom: 30 },
      legend: series.length > 1 ? { top: 0, left: 0, itemWidth: 14, itemHeight: 14, textStyle: { color: colour.ink }, selectedMode: false } : undefined,
      tooltip: { trigger: "axis", axisPointer: { type: "shadow" } },
      xAxis: upright ? category : value,
      yAxis: upright ? value : category,
      series: series.map((each) => ({
        name: each.name,
        type: "bar",
        stack: "all",
        barMaxWidth: wide < NARROW && !upright ? 12 : 22,
        itemStyle: {
          color: each.tone === "unknown" ? colour.line : (colour[`fill-${each.tone}`] ?? colour[each.tone] ?? colour.accent),
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
 * Small plots beside one another, each of one series over the same days, on its own scale.
 * @param {HTMLElement} place
 * @param {Picture} data
 */
function panels(place, data) {
  /** @type {Series[]} */
  const series = data.series;
  const beside = (/** @type {number} */ width) => (width < 620 ? 1 : 2);
  place.style.height = `${9.5 * Math.ceil(series.length / beside(place.clientWidth))}rem`;
  draw(place, (width) => {
    const colour = palette();
    const columns = beside(width);
    const wide = width / columns;
    const high = place.clientHeight / Math.ceil(series.length / columns);
    const few = { color: colour.quiet, hideOverlap: true, fontSize: 11 };
    return {
      grid: series.map((_, at) => ({ left: (at % columns) * wide + 44, top: Math.floor(at / columns) * high + 34, width: wide - 68, height: high - 66, outerBoundsMode: "none" })),
      tooltip: { trigger: "axis" },
      xAxis: series.map((_, at) => ({
        type: "time",
        gridIndex: at,
        min: data.days[0],
        max: data.days[data.days.length - 1],
        splitNumber: 3,
        axisLabel: few,
        axisLine: { lineStyle: { color: colour.quiet } },
      })),
      yAxis: series.map((each, at) => ({
        type: "value",
        gridIndex: at,
        min: 0,
        minInterval: 1,
        splitNumber: 2,
        name: each.name,
        nameGap: 12,
        nameTruncate: { maxWidth: wide - 36, ellipsis: "…" },
        nameTextStyle: { color: colour.ink, align: "left", padding: [0, 0, 0, -36] },
        axisLabel: few,
        splitLine: { lineStyle: { color: colour.line } },
      })),
      series: series.map((each, at) => ({
        name: each.name,
        type: "line",
        xAxisIndex: at,
        yAxisIndex: at,
        symbolSize: 5,
        lineStyle: { width: 2 },
        itemStyle: { color: colour.accent },
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
  // Names of systems need some room each; where there is too little, the picture is looked at in parts.
  const least = Math.min(230, place.clientWidth * 0.5) + 24 * data.systems.length;
  const own = least > place.clientWidth ? least : undefined;
  if (own) {
    const scroll = h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "The picture" });
    place.before(scroll);
    scroll.append(place);
    place.style.width = `${own}px`;
  }
  draw(place, (wide) => {
    const colour = palette();
    const left = Math.round(Math.min(230, wide * 0.33));
    const steep = (wide - left - 20) / data.systems.length < 34;
    const axis = { type: "category", axisTick: { show: false }, splitLine: { show: true, lineStyle: { color: colour.line } }, axisLine: { lineStyle: { color: colour.quiet } } };
    const of = (/** @type {number} */ mark) => data.points.filter((/** @type {number[]} */ each) => each[2] === mark).map((/** @type {number[]} */ each) => each.slice(0, 2));
    return {
      grid: { left, right: 20, top: 40, bottom: 170 },
      legend: { top: 0, left: 0, textStyle: { color: colour.ink }, selectedMode: false },
      tooltip: { formatter: (/** @type {any} */ each) => `${data.systems[each.value[0]]}\n${each.seriesName.toLowerCase()} for\n${data.services[each.value[1]]}` },
      xAxis: { ...axis, data: data.systems, axisLabel: { color: colour.ink, rotate: steep ? 90 : 60, interval: 0, width: steep ? 150 : 170, overflow: "truncate", fontSize: 11 } },
      yAxis: { ...axis, data: data.services, inverse: true, axisLabel: { color: colour.ink, interval: 0, width: left - 12, overflow: "truncate" } },
      series: [
        { name: "Competes", type: "scatter", symbol: "rect", symbolSize: 13, itemStyle: { color: colour["fill-high"], opacity: 1 }, data: of(1) },
        { name: "Supports", type: "scatter", symbol: "emptyCircle", symbolSize: 10, itemStyle: { color: colour.quiet, opacity: 1 }, data: of(0) },
      ],
    };
  }, undefined, own);
}
