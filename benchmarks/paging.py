"""Measure the page of an audit: how long it takes to write, how large it is, and its first view.

Writing is compared with reading and judging the same estate, both in seconds of the processor. The
first view is taken in a headless Chromium, by the page's own clock (W3C, Performance Timeline):
until its first words are painted, and until all of it is there and its script has run. Of several
visits the median counts. Without Playwright and Chromium, the first view is left out.
"""

from __future__ import annotations

import argparse
import gc
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

if __package__ in {None, ""}:  # run as a file: the folders above hold these packages
    sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[1] / "src")]

from benchmarks.made_up.files import write_estate
from benchmarks.made_up.software import TODAY
from benchmarks.measuring.sizes import measure_sizes

_VISITS = 3
_SEEN = """() => {
  const [visit] = performance.getEntriesByType("navigation");
  const [paint] = performance.getEntriesByName("first-contentful-paint");
  return [paint ? paint.startTime : 0, visit.loadEventEnd];
}"""
"""What asks a page for the milliseconds to its first paint, and to the end of loading."""


@dataclass(frozen=True, slots=True)
class Result:
    """Seconds of judging an estate and of writing its page; the bytes of the page.

    `painted` and `loaded` are milliseconds until the first words are seen, and until all is there;
    None where no browser is.
    """

    size: int
    judging: float
    writing: float
    length: int
    painted: float | None
    loaded: float | None


def measure(size: int, seed: int) -> Result:
    """Make up an estate of a size, judge it, write its page and look at it."""
    with TemporaryDirectory() as place:
        write_estate(size, Path(place) / "estate", seed)
        return paging(Path(place) / "estate", size)


def paging(root: Path, size: int) -> Result:
    """Judge an estate, write its page and look at it."""
    from estate.pipeline import Options, load_estate, run  # noqa: PLC0415 - importing is no part
    from estate.pipeline.showing import source_of  # noqa: PLC0415 - as above
    from estate.report.html import render  # noqa: PLC0415 - as above

    begun = process_time()
    found = run(load_estate(root), Options(today=TODAY, explain_unknown=True))
    judged = process_time()
    text = "".join(render(source_of(found, ("findings.json",))))
    written = process_time()
    page = root / "index.html"
    page.write_text(text, encoding="utf-8")
    painted, loaded = seen(page)
    length = page.stat().st_size
    return Result(size, judged - begun, written - judged, length, painted, loaded)


def seen(page: Path) -> tuple[float | None, float | None]:
    """Return the milliseconds to the first paint of a page, and until it is loaded: medians."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - not everybody has it
    except ImportError:
        chromium = None
    if chromium is None:
        return None, None
    taken = []
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for _ in range(_VISITS):
            shown = browser.new_page()
            shown.goto(page.as_uri())
            shown.wait_for_function("performance.getEntriesByType('navigation')[0].loadEventEnd")
            taken.append(shown.evaluate(_SEEN))
            shown.close()
        browser.close()
    painted, loaded = zip(*taken, strict=True)
    return median(painted), median(loaded)


def told(result: Result) -> Iterator[str]:
    """Yield the lines of a result."""
    yield f"{result.size:,} records"
    yield f"  {'reading and judging':<26}{result.judging * 1000:>9,.0f} ms"
    share = result.writing / result.judging
    yield f"  {'writing the page':<26}{result.writing * 1000:>9,.0f} ms   {share:.2f} x"
    yield f"  {'its size':<26}{result.length / 1_000_000:>9,.1f} MB"
    if result.painted is None or result.loaded is None:
        yield "  first view: left out, since Playwright or Chromium is missing"
        return
    yield f"  {'first words painted':<26}{result.painted:>9,.0f} ms"
    yield f"  {'all of it loaded':<26}{result.loaded:>9,.0f} ms"


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure what the arguments ask for, and tell it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", default="400,2000,10000", help="records, with commas")
    parser.add_argument("--seed", type=int, default=1, help="another seed, another estate")
    measure_sizes(parser, arguments, lambda size, given: measure(size, given.seed), told)


if __name__ == "__main__":
    gc.disable()  # as in the program
    main()
