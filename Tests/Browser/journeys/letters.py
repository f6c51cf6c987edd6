"""The mail register, kept in the browser."""

from .pages import all_pages


def open_form(page, dossier):
    """From the dossier's page to the form of a letter, by its links."""
    page.goto(f"/dossiers/{dossier}")
    page.get_by_text("Tout ce que votre rôle peut remplir ici").click()
    page.get_by_role("link", name="Enregistrer un courrier reçu ou envoyé").click()
    page.wait_for_url("**/acts/**")


def a_letter_is_recorded_and_its_date_corrected(w, office, browser):
    """Enregistrer un courrier, corriger sa date, lire les deux"""
    dossier = office.day.qualiopi
    page = browser.sign_in(browser.person(expects_refusals=True))
    open_form(page, dossier)
    browser.shot(page, "formulaire-courrier")
    page.locator("#in-about").fill("Réponse au rapport provisoire")
    page.locator("#in-received").fill("le 4 mai")
    page.get_by_role("button", name="Enregistrer").click()
    page.wait_for_selector("[role=alert]")
    w.equal("une réponse qui manque prend le focus", page.evaluate("document.activeElement.id"), "in-direction")
    w.holds("ce qui était saisi est encore là", page.locator("#in-about").input_value() == "Réponse au rapport provisoire")
    browser.clean(page, "formulaire refusé")
    browser.shot(page, "formulaire-courrier-refus")
    page.get_by_role("link", name="Reçu le").click()
    w.equal("le résumé mène au champ", page.evaluate("document.activeElement.id || location.hash"), "in-received")
    page.locator("#in-direction").select_option("in")
    page.locator("#in-received").fill("04/05/2026")
    page.locator("#in-sender").focus()
    page.keyboard.type("Campus fictif")
    # Enter in a field sends the form, as everywhere.
    page.keyboard.press("Enter")
    page.wait_for_selector(".done")
    register = page.locator("#mail + table")
    w.holds("le courrier est au registre", "courrier reçu le 4 mai 2026" in register.inner_text(), register.inner_text())
    w.holds("un courrier reçu compte du jour de sa réception", "sans accusé" not in register.inner_text())
    without = browser.sign_in(browser.person(scripts=False))
    without.goto(page.url)
    without.get_by_role("link", name="Corriger les dates d'un courrier par une nouvelle entrée — courrier reçu le 4 mai").click()
    w.holds("la correction sait déjà de quel courrier il s'agit",
            "4 mai 2026" in without.locator("#in-of option:checked").inner_text())
    without.locator("#in-motive").fill("cachet de la poste")
    without.locator("#in-received").fill("2026-05-02")
    without.get_by_role("button", name="Enregistrer").click()
    without.wait_for_selector(".done")
    text = without.locator("#mail + table").inner_text()
    w.holds("la date corrigée et celle d'avant se lisent, avec le motif", "courrier reçu le 2 mai 2026" in text
            and "reçu le 4 mai 2026" in text and "cachet de la poste" in text, text)
    w.equal("c'est un courrier, pas deux", without.locator("#mail + table tbody tr", has_text="cachet de la poste").count(), 1)
    browser.shot(without, "registre-courrier")
    for opened in (page, without):
        opened.context.close()


def every_form_is_accessible(w, office, browser):
    """Les formulaires et les registres : accessibles, au bureau et au téléphone"""
    dossier = office.day.qualiopi
    paths = {
        "formulaire": f"/acts/{dossier}/mail.record", "formulaire de correction": f"/acts/{dossier}/mail.correct",
        "registres": f"/dossiers/{dossier}", "compétences": "/competences", "audit et ses actes": all_pages(office)["audit"],
    }
    for width in (1280, 360):
        page = browser.sign_in(browser.person(width=width, height=800))
        for name, path in paths.items():
            page.goto(path)
            for folded in page.locator("details").all():
                folded.evaluate("folded => folded.open = true")
            browser.clean(page, name)
            browser.shot(page, f"{name.replace(' ', '-')}-{width}")
        page.context.close()
