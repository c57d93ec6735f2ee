"""A Chromium without a window, and a page in it that notes whatever it should not do."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
OFFLINE = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
           "--disable-background-networking", "--disable-component-update", "--disable-sync",
           "--font-render-hinting=none", "--hide-scrollbars")  # fmt: skip
DESKTOP, PHONE = {"width": 1100, "height": 900}, {"width": 390, "height": 844}
# How a page is looked at: what Playwright calls a context, and the medium.
LOOKS: dict[str, tuple[dict[str, Any], str]] = {
    "light": ({"viewport": DESKTOP, "color_scheme": "light"}, "screen"),
    "dark": ({"viewport": DESKTOP, "color_scheme": "dark"}, "screen"),
    "phone": ({"viewport": PHONE, "color_scheme": "light", "device_scale_factor": 2}, "screen"),
    "print": ({"viewport": {"width": 718, "height": 1000}, "color_scheme": "light"}, "print"),  # A4 less margins
}
# Runs before any script of the page: whatever a hostile text may call is noted and does nothing.
TRAPS = """
window.caught = [];
for (const name of ["alert", "confirm", "prompt", "print", "open", "fetch", "ran"])
  window[name] = (...given) => { window.caught.push(name + "(" + given + ")"); };
navigator.sendBeacon = (...given) => { window.caught.push("beacon " + given); return false; };
addEventListener("click", event => event.preventDefault(), true);
"""
# Does to every element what a reader may do to it.
TOUCH = """() => {
  for (const node of document.querySelectorAll("*"))
    for (const kind of ["pointerover", "mouseover", "mouseenter", "focus", "click", "load", "error", "toggle"])
      node.dispatchEvent(new Event(kind, {bubbles: false, cancelable: true}));
}"""
# What could run or load something, whether or not a policy of the page stops it.
LIVE = """() => {
  const found = [];
  for (const node of document.querySelectorAll("*")) {
    const tag = node.localName;
    if (["script", "iframe", "object", "embed", "base", "form", "link", "portal", "frame", "audio", "video",
         "marquee", "template", "textarea", "input", "button"].includes(tag))
      found.push(tag);
    for (const {name, value} of node.attributes) {
      const address = ["src", "href", "xlink:href", "srcset", "action", "formaction", "data", "poster"].includes(name);
      if (name.startsWith("on") || name === "srcdoc" || (address && !/^(#|data:image\\/|https?:)/.test(value)))
        found.push(tag + " " + name + "=" + value.slice(0, 60));
    }
  }
  return found;
}"""


def path_of_chromium() -> str | None:
    """Return the browser: that of $CHROMIUM, else the distribution's."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@dataclass
class Seen:
    """A page in a browser, and what happened in it."""

    page: Any
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    events: list[str] = field(default_factory=list)

    def caught(self) -> list[str]:
        """Return what ran that should not have, after every element has been touched."""
        self.page.evaluate(TOUCH)
        self.page.wait_for_timeout(30)
        return [*self.page.evaluate("window.caught || ['the traps are gone']"), *self.events]

    def overflow(self) -> int:
        """Return by how many pixels the page is wider than its window."""
        return self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


@contextmanager
def browser() -> Iterator[Any]:
    """Start the browser, and end it."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path_of_chromium(), args=list(OFFLINE))
        yield started
        started.close()


@contextmanager
def opened(started: Any, path: Path, look: str = "light", home: Path | None = None, **more: Any) -> Iterator[Seen]:
    """Open a page of the disk; whatever it asks for but itself and what stands in its home is noted and refused."""
    options, medium = LOOKS[look]
    context = started.new_context(**{**options, "reduced_motion": "reduce", **more})
    context.add_init_script(TRAPS)
    page, address = context.new_page(), path.resolve().as_uri()
    seen = Seen(page)

    def ask(route: Any) -> None:
        asked = route.request.url
        at_home = home is not None and asked.startswith(f"{home.resolve().as_uri()}/")
        if at_home or asked == address or asked.startswith("data:image/"):
            route.continue_()
        else:
            seen.requests.append(asked)
            route.abort()

    context.route("**/*", ask)
    page.on("console", lambda told: told.type == "error" and seen.errors.append(told.text))
    page.on("pageerror", lambda error: seen.errors.append(str(error)))
    page.on("dialog", lambda dialog: (seen.events.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("popup", lambda popup: seen.events.append(f"popup {popup.url}"))
    page.on("download", lambda download: seen.events.append(f"download {download.url}"))
    page.emulate_media(media=medium)
    page.goto(address, wait_until="load")
    page.on("framenavigated", lambda frame: seen.events.append(f"went to {frame.url}"))
    yield seen
    context.close()


def barriers(page: Any) -> list[str]:
    """Return what axe-core finds serious or critical, with the first element of each."""
    from axe_playwright_python.sync_playwright import Axe

    # Without preload axe asks for no style sheet of its own accord.
    options = {"resultTypes": ["violations"], "preload": False}
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{rule['impact']} {rule['id']} ({len(rule['nodes'])}): {rule['nodes'][0]['html'][:200]} "
        f"{rule['nodes'][0]['failureSummary'][:300]}"
        for rule in found
        if rule["impact"] in ("serious", "critical")
    ]
