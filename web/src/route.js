// Addresses within the page: `#/findings?rule=…`, `#/asset/ID`.

/** @typedef {{view: string, id: string, asked: Record<string, string>}} Route */

/**
 * @param {string} hash
 * @returns {Route}
 */
export function parse(hash) {
  const [path, query = ""] = hash.replace(/^#\/?/, "").split("?");
  const [view, ...rest] = path.split("/");
  return { view: view || "overview", id: plain(rest.join("/")), asked: Object.fromEntries(new URLSearchParams(query)) };
}

/**
 * @param {string} view
 * @param {Record<string, string>} asked
 */
export function href(view, asked) {
  const query = new URLSearchParams(asked).toString();
  return `#/${view}${query ? `?${query}` : ""}`;
}

/** @param {string} text */
function plain(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
