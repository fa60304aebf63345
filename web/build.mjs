// Bundle src/main.js into the page's script: `node build.mjs [FILE]`.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const version = createRequire(import.meta.url)("./package.json").devDependencies.echarts;
const outfile = process.argv[2] ?? `${here}../src/estate/report/html/assets/report.js`;

/** A strict Content Security Policy forbids style attributes, but not styles that a script sets. */
const strict = {
  name: "strict-style",
  setup({ onLoad }) {
    onLoad({ filter: /zrender[\\/]lib[\\/]svg[\\/]patch\.js$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      const plain = "elm.setAttribute(key, cur);";
      if (!text.includes(plain)) throw new Error("zrender sets attributes in another way: see build.mjs");
      const kept = `key === "style" ? (elm.style.cssText = cur) : ${plain}`;
      return { contents: text.replaceAll(plain, kept), loader: "js" };
    });
  },
};

await build({
  entryPoints: [`${here}src/main.js`],
  bundle: true,
  minify: true,
  format: "iife",
  target: ["chrome117", "firefox119", "safari17.4"],
  charset: "utf8",
  legalComments: "none",
  define: { "process.env.NODE_ENV": '"production"' },
  banner: { js: `/* estate report; with Apache ECharts ${version} and zrender, Apache License 2.0, BSD-3-Clause */` },
  plugins: [strict],
  outfile,
  logLevel: "warning",
});
