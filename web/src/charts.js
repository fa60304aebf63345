// Apache ECharts, cut to what the page draws, in the page's own colours; text is drawn as text.

import { BarChart, CustomChart, GraphChart, LineChart, ScatterChart, SunburstChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([
  BarChart, CustomChart, GraphChart, LineChart, ScatterChart, SunburstChart,
  AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, SVGRenderer,
]);

/** @typedef {ReturnType<typeof init>} Chart */
/** @typedef {Record<string, string>} Palette */

const NAMES = [
  "paper", "sheet", "ink", "quiet", "line", "accent", "on-accent", "critical", "high", "medium", "low", "info",
  "good", "passed", "unknown", "series0", "series1", "series2", "series3", "series4", "series5",
];

/** The colours of the page as they are now: light, dark, or on paper. */
export function palette() {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

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

