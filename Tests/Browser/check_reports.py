"""Opens every report of a folder in a real browser and says what is wrong with it, a line each.

    python3 check_reports.py FOLDER AXE

FOLDER holds the reports; AXE is the script of axe-core, an engine that finds barriers for readers with disabilities.
Ends with 1 where there is a finding. One browser serves all pages, headless, driven through Selenium.
"""

import base64
import json
import pathlib
import subprocess
import sys
import tempfile
import time
import urllib.parse

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

# A phone, a tablet, a desktop.
WIDTHS = [360, 768, 1440]

# Each expression gives a list of findings.
FORMULAS = """
  return [...document.querySelectorAll('.katex-error, code.tex:not(.expected)')].map(e => 'not typeset: ' + e.textContent)
    .concat([...document.querySelectorAll('.katex')].filter(e => !e.querySelector('math'))
      .map(e => 'a formula without MathML: ' + e.textContent));
"""

# A report writes KaTeX's lengths as classes: each box of a formula must be as large, and lie, as KaTeX itself has it.
LIKE_KATEX = """
  const seen = new Set(), pairs = [], found = [], place = document.createElement('div');
  for (const ours of document.querySelectorAll('.katex')) {
    const tex = ours.querySelector('annotation')?.textContent, displayMode = !!ours.closest('.katex-display');
    if (!tex || seen.size !== seen.add(displayMode + tex).size - 1) continue;
    const theirs = document.createElement('div'), copy = document.createElement('div');
    theirs.innerHTML = katex.renderToString(tex, { displayMode, strict: false, maxExpand: 1000, maxSize: 50 });
    copy.append((ours.closest('.katex-display') ?? ours).cloneNode(true));
    place.append(theirs, copy);
    pairs.push([tex, copy, theirs]);
  }
  document.querySelector('main').append(place);
  const properties = ['height', 'width', 'minWidth', 'top', 'verticalAlign', 'marginLeft', 'marginRight', 'paddingLeft',
    'borderBottomWidth', 'color', 'fontFamily', 'fontSize', 'fontWeight', 'fontStyle', 'display', 'position'];
  const look = e => {
    const style = getComputedStyle(e);
    return e.tagName + ' ' + properties.map(p => style[p]).join(' ') + (e.firstElementChild ? '' : ' ' + e.textContent);
  };
  for (const [tex, copy, theirs] of pairs) {
    const sides = [copy, theirs];
    const boxes = sides.map(side => [...side.querySelectorAll('.katex-html, .katex-html *')].map(look));
    const place = boxes[0].findIndex((box, i) => box !== boxes[1][i]);
    if (boxes[0].length !== boxes[1].length || place >= 0)
      found.push('not as KaTeX sets it: ' + tex + ': ' + boxes[0][place] + ' / ' + boxes[1][place]);
    // In a page, MathML is known without its namespace.
    theirs.querySelector('math').removeAttribute('xmlns');
    const [mathml, theirMathml] = sides.map(side => side.querySelector('math').outerHTML);
    if (mathml !== theirMathml) found.push('not the MathML of KaTeX: ' + tex);
  }
  place.remove();
  return found.slice(0, 8);
"""
KATEX = pathlib.Path("/usr/share/javascript/katex/katex.min.js")

# What reaches over the window must lie in a box that scrolls, and such a box must be reached by the keyboard.
OVERFLOW = """
  const width = document.documentElement.clientWidth, found = [];
  if (document.documentElement.scrollWidth > width)
    found.push('the page is ' + document.documentElement.scrollWidth + ' wide');
  const clips = new Map();
  const isClipped = e => {
    if (!e || e === document.body) return false;
    if (!clips.has(e)) clips.set(e, getComputedStyle(e).overflowX !== 'visible' || isClipped(e.parentElement));
    return clips.get(e);
  };
  for (const e of document.body.querySelectorAll('*')) {
    const box = e.getBoundingClientRect();
    if (box.width > 0 && box.right > width + 1 && getComputedStyle(e).clipPath === 'none' && !isClipped(e))
      found.push('reaches over the edge: ' + e.tagName + '.' + e.getAttribute('class') + ' '
        + e.textContent.slice(0, 60));
    if (e.scrollWidth > e.clientWidth + 1 && ['auto', 'scroll'].includes(getComputedStyle(e).overflowX)
        && e.tabIndex < 0 && !e.querySelector('a, [tabindex="0"]'))
      found.push('scrolls, but not by the keyboard: ' + e.tagName + '.' + e.getAttribute('class'));
  }
  return found.slice(0, 8);
"""

LINKS = """
  const found = [];
  for (const a of document.querySelectorAll('a[href^="#"]')) {
    const target = document.getElementById(decodeURIComponent(a.getAttribute('href').slice(1)));
    if (!target) found.push('leads nowhere: ' + a.getAttribute('href'));
    else if (!target.getClientRects().length && !a.closest('.contents'))
      found.push('leads to what is not shown: ' + a.getAttribute('href'));
  }
  const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
  for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i))) found.push('two places are called ' + id);
  return found;
"""

# Whoever cannot see the page is told a formula by its MathML. The hundreds of boxes that place its letters for the eye
# have its colour, and say nothing else: one box stands for them while axe-core looks.
ONE_BOX = "for (const e of document.querySelectorAll('.katex-html')) e.textContent = e.textContent"
# For contrast alone, the MathML that no eye sees can go, too.
NO_MATHML = "for (const e of document.querySelectorAll('.katex-mathml')) e.remove()"

# The words of every heading of the text, as lines of the print have them.
HEADINGS = "return [...document.querySelectorAll('main h2, main h3, main h4')].map(e => e.innerText.trim())"

OPEN_ALL = "for (const d of document.querySelectorAll('details')) d.open = true"

AXE = """
  const [only, without, done] = arguments;
  const options = { resultTypes: ['violations'], preload: false };
  if (only) options.runOnly = { type: 'rule', values: only };
  if (without) options.rules = Object.fromEntries(without.map(rule => [rule, { enabled: false }]));
  axe.run(document, options).then(
    r => done(r.violations.flatMap(v => v.nodes.slice(0, 4).map(n =>
      v.id + ': ' + n.target.join(' ') + ' ' + n.failureSummary.split('\\n').slice(1).join(';')))),
    e => done(['axe-core failed: ' + e]));
"""


class Browser:
    def __init__(self, profile):
        options = webdriver.ChromeOptions()
        for flag in [
            "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--hide-scrollbars",
            "--disable-background-networking", "--disable-component-update", "--no-first-run",
            "--user-data-dir=" + profile,
        ]:
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
        self.driver.set_script_timeout(300)
        # What the browser's own first page asks for is none of ours.
        self.driver.get("about:blank")
        self.driver.get_log("performance")

    def open(self, url):
        """Opens a page; findings are console messages and requests."""
        self.driver.get(url)
        found = ["console: " + entry["message"] for entry in self.driver.get_log("browser")]
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] != "Network.requestWillBeSent":
                continue
            asked = message["params"]["request"]["url"]
            if asked != url and not asked.startswith("data:"):
                found.append("asks for " + asked)
        return found

    def show(self, width, scheme="light"):
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
        self.driver.execute_cdp_cmd(
            "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})

    def run(self, script):
        return self.driver.execute_script(script)

    def axe(self, only=None, without=None):
        return self.driver.execute_async_script(AXE, only, without)

    def printed(self):
        """The lines of each printed page."""
        answer = self.driver.execute_cdp_cmd(
            "Page.printToPDF", {"paperWidth": 8.27, "paperHeight": 11.69, "printBackground": False})
        with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
            file.write(base64.b64decode(answer["data"]))
            file.flush()
            text = subprocess.run(
                ["pdftotext", "-enc", "UTF-8", file.name, "-"], capture_output=True, text=True, check=True).stdout
        pages = text.split("\f")[:-1]
        return [[line.strip() for line in page.splitlines() if line.strip()] for page in pages]


def print_findings(pages, headings):
    """A print has pages, none of them empty, and none ends with a heading."""
    if not pages:
        return ["prints no page"]
    found = [f"printed page {i + 1} is empty" for i, lines in enumerate(pages) if not lines]
    ends = {heading.split("\n")[-1] for heading in headings}
    for i, lines in enumerate(pages[:-1]):
        if lines and lines[-1] in ends:
            found.append(f"printed page {i + 1} ends with the heading {lines[-1]}")
    return found


def links_between(folder, path, browser):
    """Links to other files of the folder lead to one that is there."""
    targets = browser.run("return [...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))")
    found = []
    for target in targets:
        parts = urllib.parse.urlsplit(target)
        if parts.scheme or not parts.path:
            continue
        if not (path.parent / urllib.parse.unquote(parts.path)).exists():
            found.append("leads to no file: " + target)
    return found


def check(path, folder, browser, axe):
    found = browser.open(path.resolve().as_uri())
    found += browser.run(FORMULAS)
    browser.run(KATEX.read_text() + "; window.katex = window.katex ?? this.katex")
    found += browser.run(LIKE_KATEX)
    headings = browser.run(HEADINGS)
    found += print_findings(browser.printed(), headings)
    # Closed, the evidence is not shown; open, it must fit.
    for opens in [False, True]:
        if opens:
            browser.run(OPEN_ALL)
        for width in WIDTHS:
            browser.show(width)
            found += [f"at {width}: {finding}" for finding in browser.run(OVERFLOW)]
    found += browser.run(LINKS) + links_between(folder, path, browser)
    browser.run(axe)
    browser.run(ONE_BOX)
    browser.show(WIDTHS[0])
    found += [f"at {WIDTHS[0]}: " + finding for finding in browser.axe(["target-size", "scrollable-region-focusable"])]
    browser.show(WIDTHS[-1])
    found += browser.axe(without=["color-contrast"])
    browser.run(NO_MATHML)
    for scheme in ["light", "dark"]:
        browser.show(WIDTHS[-1], scheme)
        found += [f"{scheme}: {finding}" for finding in browser.axe(["color-contrast"])]
    return found


def main():
    folder = pathlib.Path(sys.argv[1])
    axe = pathlib.Path(sys.argv[2]).read_text()
    paths = sorted(folder.rglob("*.html"))
    if not paths:
        sys.exit(f"there is no report in {folder}")
    count = 0
    with tempfile.TemporaryDirectory() as profile:
        browser = Browser(profile)
        try:
            for path in paths:
                start = time.monotonic()
                for finding in check(path, folder, browser, axe):
                    count += 1
                    print(f"{path.relative_to(folder)}: {finding}")
                print(f"{path.name}: {time.monotonic() - start:.1f} s", file=sys.stderr)
        finally:
            browser.driver.quit()
    print(f"{len(paths)} pages opened, {count} findings")
    sys.exit(1 if count else 0)


if __name__ == "__main__":
    main()
