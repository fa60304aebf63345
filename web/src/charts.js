// Apache ECharts, cut to what the page draws, in the page's own colours; text is drawn as text.

import { BarChart, CustomChart, GraphChart, LineChart, ScatterChart, SunburstChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { shortened } from "./dom.js";

use([
  BarChart, CustomChart, GraphChart, LineChart, ScatterChart, SunburstChart,
  AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, SVGRenderer,
]);

/** @typedef {ReturnType<typeof init>} Chart */
/** @typedef {Record<string, string>} Palette */

const NAMES = [
  "paper", "sheet", "ink", "quiet", "line", "accent", "on-accent", "critical", "high", "medium", "low", "info",
  "fill-critical", "fill-high", "fill-medium", "fill-low", "fill-info", "fill-none",
  "good", "passed", "unknown", "series0", "series1", "series2", "series3", "series4", "series5",
];

/** The colours of the page as they are now: light, dark, or on paper. */
export function palette() {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

/**
 * The colour of text that can be read on another colour (WCAG 2.2, 1.4.3).
 * @param {string} colour as `#rrggbb`
 */
export function on(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.18 ? "#14181c" : "#ffffff";
}

/**
 * A text broken between words into lines of so many characters; what has no room is cut.
 * @param {string} text
 * @param {number} longest
 * @param {number} most lines
 */
export function wrapped(text, longest, most) {
  /** @type {string[]} */
  const lines = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= longest) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const shown = lines.slice(0, most).map((line) => shortened(line, longest));
  if (lines.length > most) shown[most - 1] = shortened(`${shown[most - 1]}…`, longest);
  return shown.join("\n");
}

/** Below which width in pixels the names of rows stand above them. */
export const NARROW = 560;

/**
 * An axis of named rows: their names stand beside them, or above them where there is little room.
 * @param {string[]} names
 * @param {number} wide
 * @param {Record<string, string>} colour
 * @param {number} [lines] that a name may take beside its row
 */
export function rowsOf(names, wide, colour, lines = 1) {
  const narrow = wide < NARROW;
  const left = narrow ? 6 : Math.round(Math.min(290, wide * 0.29));
  const axis = {
    type: "category",
    data: names,
    inverse: true,
    z: 5,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: colour.quiet } },
    axisLabel: narrow
      ? { color: colour.ink, interval: 0, inside: true, margin: 2, align: "left", verticalAlign: "bottom", padding: [0, 0, 10, 0], formatter: (/** @type {string} */ name) => shortened(name, Math.floor((wide - 30) / 6.6)) }
      : { color: colour.ink, interval: 0, lineHeight: 14, formatter: (/** @type {string} */ name) => wrapped(name, Math.floor((left - 14) / 6.7), lines) },
  };
  return { left, axis };
}

/** Every picture that is on the page, with what draws it anew. @type {Map<HTMLElement, {chart: Chart, option: (width: number) => any, own?: number}>} */
const drawn = new Map();

/**
 * Draw into an element, and again whenever its size or the colours change.
 * @param {HTMLElement} place
 * @param {(width: number) => any} option what ECharts takes, made for the palette and width of the moment
 * @param {(event: any) => void} [chosen] what to do when somebody chooses a part
 * @param {number} [own] its width in pixels, where it is not that of the place
 */
export function draw(place, option, chosen, own) {
  drop(place);
  const chart = init(place, null, { renderer: "svg", width: own });
  drawn.set(place, { chart, option, own });
  chart.setOption(dressed(option(own ?? place.clientWidth)));
  if (chosen) chart.on("click", chosen);
  return chart;
}

/** @param {HTMLElement} place */
export function drop(place) {
  drawn.get(place)?.chart.dispose();
  drawn.delete(place);
}

/**
 * Draw all pictures anew, at a width in pixels or at that of their places.
 * @param {number} [width]
 */
export function redraw(width) {
  for (const [place, { chart, option, own }] of drawn) {
    if (!place.isConnected) drop(place);
    else if (place.clientWidth) {
      const wide = width ?? own ?? place.clientWidth;
      chart.resize({ width: wide, silent: true });
      chart.setOption(dressed(option(wide)), { notMerge: true, silent: true });
    }
  }
}

/** @param {any} option */
function dressed(option) {
  const colour = palette();
  return {
    animation: false,
    textStyle: { fontFamily: FONT, color: colour.ink, fontSize: 13 },
    aria: { enabled: false, decal: { show: matchMedia("(prefers-contrast: more), (forced-colors: active)").matches } },
    ...option,
    // As text within the picture: what HTML there would be is never made of names.
    tooltip: {
      renderMode: "richText",
      confine: true,
      backgroundColor: colour.sheet,
      borderColor: colour.quiet,
      textStyle: { color: colour.ink, fontFamily: FONT, fontSize: 13 },
      ...option.tooltip,
    },
  };
}

