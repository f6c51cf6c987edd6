"""One Chromium, watched: whatever a page says on its console, or a policy blocks, is a fault of the page."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from .office import PHRASE


class Browser:
    def __init__(self, world, shots=None):
        self.w, self.shots = world, shots
        self.playwright = sync_playwright().start()
        self.chromium = self.playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        self.faults, self.last = [], None

    def close(self):
        self.chromium.close()
        self.playwright.stop()

    def person(self, width=1280, height=800, scripts=True, expects_refusals=False):
        """A new browser profile with one page; `expects_refusals` lets 4xx answers go to its console."""
        context = self.chromium.new_context(
            viewport={"width": width, "height": height}, locale="fr-FR", java_script_enabled=scripts,
            base_url=self.w.url)
        page = context.new_page()
        self.last = page

        def said(message):
            if message.type in ("error", "warning"):
                if expects_refusals and "status of 4" in message.text:
                    return
                self.faults.append(f"{page.url} : {message.text}")

        page.on("console", said)
        page.on("pageerror", lambda error: self.faults.append(f"{page.url} : {error}"))
        page.on("dialog", lambda dialog: (self.faults.append(f"{page.url} : dialog {dialog.message}"), dialog.dismiss()))
        return page

    def sign_in(self, page, login="bureau", phrase=PHRASE):
        page.goto("/sign-in")
        page.get_by_label("Identifiant").fill(login)
        page.get_by_label("Mot de passe").fill(phrase)
        page.keyboard.press("Enter")
        page.wait_for_url("**/")
        return page

    def clean(self, page, name):
        """No fault of accessibility, and nothing wider than the window."""
        found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
        told = [f"{v['id']} : {v['nodes'][0]['html'][:160]}" for v in found.response["violations"]]
        self.w.equal(f"« {name} » est accessible (axe, WCAG 2.2 AA)", told, [])
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        self.w.equal(f"« {name} » ne déborde pas de la fenêtre ({page.viewport_size['width']} px)", wide, 0)

    def last_shot(self, folder):
        """What the last page opened looked like when a sentence turned out false."""
        if self.last and not self.last.is_closed():
            self.last.screenshot(path=f"{folder}/last.png", full_page=True)

    def shot(self, page, name, full=True):
        if self.shots:
            page.screenshot(path=f"{self.shots}/{name}.png", full_page=full)
