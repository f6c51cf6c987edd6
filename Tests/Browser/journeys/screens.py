"""The two pictures of the README, taken of the story's own data."""

import pathlib

from .settling import open_divergences

FOLDER = pathlib.Path(__file__).resolve().parents[3] / "Examples" / "screens"


def take(office, browser):
    FOLDER.mkdir(exist_ok=True)
    page = browser.sign_in(browser.person(width=1000, height=700))
    first = open_divergences(page)[0]
    page.screenshot(path=FOLDER / "to-do.png")
    page.goto(first)
    page.locator("input[name=take]").first.check()
    page.locator("#motive").fill("Récépissé de modification reçu le 13 mai")
    page.screenshot(path=FOLDER / "divergence.png")
    return 0
