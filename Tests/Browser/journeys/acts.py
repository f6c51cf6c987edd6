"""An act asked for by the keyboard alone: refused with its reason, then admitted."""

from field_day.story import OFFICE


def tab_to(page, test, most=120):
    """Tab until the element in focus fulfils a test, as JavaScript over `it`."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate(f"(it => Boolean(it && ({test})))(document.activeElement)"):
            return True
    return False


def choose(page, field):
    """The first choice of a list, by the arrow."""
    tab_to(page, f"it.id === '{field}'")
    page.keyboard.press("ArrowDown")


def a_contract(w, office):
    """A new dossier whose contract lacks one document, and the letter that brought the signed quote."""
    dossier = f"dossier.qualiopi.{office.another_body()}"
    w.constat(OFFICE, "contract", "record", dossier, "--quoted-on", "2026-03-15", "--category", "AF", "--duration",
              "initial=2", "--site", "siege=Siège", "--document", "nda", "--document", "kbis", "--document", "bpf")
    w.constat(OFFICE, "mail", "record", "in", "--dossier", dossier, "--about", "Devis signé", "--received", "2026-04-01")
    w.constat(OFFICE, "sync")
    return dossier


def open_contract_form(w, page, dossier):
    """From the work list to the form, by links alone."""
    w.holds("le lien d'évitement est le premier arrêt", tab_to(page, "it.className === 'skip'", most=1))
    w.holds("la navigation mène aux dossiers", tab_to(page, "it.getAttribute('href') === '/dossiers'"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/dossiers")
    w.holds("le dossier s'atteint par Tab", tab_to(page, f"it.getAttribute('href') === '/dossiers/{dossier}'", most=400))
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/dossiers/{dossier}")
    link = f"(it.getAttribute('href') || '').startsWith('/acts/{dossier}/audit.contract')"
    if not tab_to(page, f"it.tagName === 'SUMMARY' || {link}"):
        return
    if page.evaluate("document.activeElement.tagName") == "SUMMARY":
        page.keyboard.press("Enter")
        tab_to(page, link)
    page.keyboard.press("Enter")
    page.wait_for_url("**/audit.contract*")


def an_act_by_keyboard_alone(w, office, browser):
    """Demander un acte au clavier seul : rejeté, puis admis"""
    dossier = a_contract(w, office)
    for width, height in ((1280, 800), (360, 740)):
        page = browser.sign_in(browser.person(width=width, height=height, expects_refusals=True))
        if width == 1280:
            open_contract_form(w, page, dossier)
        else:
            page.goto(f"/acts/{dossier}/audit.contract")
        browser.clean(page, "acte, vide")
        browser.shot(page, f"acte-vide-{width}")
        tab_to(page, "it.id === 'in-contract'", most=40)
        page.keyboard.press("ArrowDown")
        choose(page, "in-mail")
        choose(page, "in-kind")
        w.holds("le bouton de l'acte s'atteint par Tab", tab_to(page, "it.tagName === 'BUTTON' && it.value === 'send'"))
        if width == 360:
            page.context.close()
            continue
        page.keyboard.press("Enter")
        page.wait_for_selector("[role=alert]")
        refused = page.inner_text("main")
        w.holds("l'acte est rejeté : ce qui manque, pourquoi, et que faire",
                "relevé d'identité bancaire (RIB)" in refused and "R-QUAL-26" in refused
                and "redemandez l'acte" in refused, refused)
        w.holds("ce qui était choisi l'est encore", page.locator("#in-mail option:checked").inner_text() != "Choisir")
        browser.clean(page, "acte rejeté")
        browser.shot(page, "acte-rejete-1280")
        page.set_viewport_size({"width": 360, "height": 740})
        browser.clean(page, "acte rejeté, au téléphone")
        browser.shot(page, "acte-rejete-360")
        page.set_viewport_size({"width": 1280, "height": 800})
        w.constat(OFFICE, "contract", "record", page.locator("#in-contract").input_value(), "--document", "rib")
        w.constat(OFFICE, "sync")
        tab_to(page, "it.tagName === 'BUTTON' && it.value === 'send'")
        page.keyboard.press("Enter")
        page.wait_for_selector(".done")
        text = page.inner_text(".done")
        w.holds("l'acte est admis, et la page le dit", "Acte admis" in text, text)
        browser.clean(page, "acte admis")
        browser.shot(page, "acte-admis-1280")
        page.set_viewport_size({"width": 360, "height": 740})
        browser.clean(page, "acte admis, au téléphone")
        browser.shot(page, "acte-admis-360")
        page.context.close()

