"""Divergences, settled in the browser."""

import re

from field_day.story import OFFICE

from .office import PHRASE, SECOND


def open_divergences(page):
    page.goto("/")
    return page.locator("main a[href^='/divergences/']").evaluate_all("found => found.map(a => a.getAttribute('href'))")


def choose_and_explain(page, motive):
    """The keyboard alone: the first value has the focus, Space takes it, Tab leads to the motive, Enter on the button."""
    page.keyboard.press("Space")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "motive":
            break
    page.keyboard.type(motive)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("button[value=settle]")


def five_in_a_row_by_keyboard(w, office, browser):
    """Trancher cinq divergences de suite, au clavier, pendant qu'un poste synchronise"""
    page = browser.sign_in(browser.person())
    before = office.terminal_divergences()
    listed = open_divergences(page)
    w.equal("« À traiter » montre autant de divergences que le terminal", len(listed), before)
    browser.shot(page, "a-traiter")
    while not page.evaluate("document.activeElement.hasAttribute('data-line')"):
        page.keyboard.press("Tab")
    page.keyboard.press("j")
    w.equal("sur une ligne, j mène à la suivante", page.evaluate("document.activeElement.getAttribute('href')"), listed[1])
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{listed[0]}")
    browser.shot(page, "divergence")
    for number in range(1, 6):
        w.holds(f"divergence {number} : la première valeur a le focus dès l'ouverture",
                page.evaluate("document.activeElement.name") == "take", page.url)
        choose_and_explain(page, f"lettre du {number} mai 2026")
        if number == 1:
            browser.shot(page, "divergence-apercu")
        w.holds("ce que les deux auteurs liront est montré avant d'enregistrer",
                f"lettre du {number} mai 2026" in page.inner_text("main"))
        w.equal("rien n'est écrit avant le oui", office.terminal_divergences(), before - number + 1)
        page.keyboard.press("Enter")
        page.wait_for_selector(".done")
        w.equal(f"le poste qui synchronise en voit {before - number}", office.terminal_divergences(), before - number)
    w.holds("la page suivante s'ouvre d'elle-même, avec ce qui vient d'être tranché", "/divergences/" in page.url
            or page.url.rstrip("/") == w.url, page.url)
    page.context.close()


def without_scripts(w, office, browser):
    """La même chose sans scripts"""
    page = browser.sign_in(browser.person(scripts=False, expects_refusals=True))
    before = office.terminal_divergences()
    page.goto(open_divergences_without_scripts(page))
    page.locator("input[name=take]").first.check()
    page.get_by_role("button", name="Voir ce qu'ils liront").click()
    w.holds("sans motif, la page le demande et garde le choix",
            page.locator("input[name=take]").first.is_checked() and "motif" in page.inner_text("#motive-problem").lower())
    page.locator("#motive").fill("extrait du registre")
    page.get_by_role("button", name="Voir ce qu'ils liront").click()
    page.get_by_role("button", name="Modifier").click()
    w.equal("« Modifier » rend ce qui était saisi", page.locator("#motive").input_value().strip(), "extrait du registre")
    page.get_by_role("button", name="Voir ce qu'ils liront").click()
    page.get_by_role("button", name="Trancher").click()
    w.equal("sans scripts la divergence est tranchée aussi", office.terminal_divergences(), before - 1)
    page.context.close()


def open_divergences_without_scripts(page):
    page.goto("/")
    return page.locator("main a[href^='/divergences/']").first.get_attribute("href")


def make_divergence(w, office, word):
    """Two clerks name one body differently: the address of what there is to settle."""
    number = office.another_body()
    for laptop in (OFFICE, SECOND):
        w.constat(laptop, "sync")
    for laptop, name in ((OFFICE, f"{word} A"), (SECOND, f"{word} B")):
        w.constat(laptop, "body", "correct", number, "legalName", name, "--motive", "relevé en ligne")
    for laptop in (OFFICE, SECOND, OFFICE):
        w.constat(laptop, "sync")
    found = [d for d in w.constat(OFFICE, "divergence", "list")["divergences"] if number in d["stream"]]
    return f"/divergences/{found[0]['stream']}/{found[0]['id']}"


def somebody_was_faster(w, office, browser):
    """Deux personnes tranchent la même divergence"""
    path = make_divergence(w, office, "CENTRE")
    slow = browser.sign_in(browser.person(expects_refusals=True))
    fast = browser.sign_in(browser.person(), login="second")
    slow.goto(path)
    slow.locator("input[name=take]").nth(1).check()
    slow.locator("#motive").fill("ce que j'avais lu")
    slow.get_by_role("button", name="Voir ce qu'ils liront").click()
    fast.goto(path)
    fast.locator("input[name=take]").first.check()
    fast.locator("#motive").fill("la lettre du siège")
    fast.get_by_role("button", name="Voir ce qu'ils liront").click()
    fast.get_by_role("button", name="Trancher").click()
    fast.wait_for_selector(".done")
    log = w.office("digest")["streams"]
    slow.get_by_role("button", name="Trancher").click()
    slow.wait_for_selector("[role=alert], .done")
    text = slow.inner_text("main")
    w.equal("le second formulaire n'écrase rien", w.office("digest")["streams"], log)
    w.holds("il dit qui a tranché, et rend ce qui était saisi",
            "second poste" in text and "la lettre du siège" in text and "ce que j'avais lu" in text, text)
    browser.shot(slow, "divergence-depassee")
    # One hand, pressing twice.
    path = make_divergence(w, office, "MAISON")
    slow.goto(path)
    slow.locator("input[name=take]").first.check()
    slow.locator("#motive").fill("lu hier")
    slow.get_by_role("button", name="Voir ce qu'ils liront").click()
    button = slow.get_by_role("button", name="Trancher")
    button.dblclick()
    slow.wait_for_selector(".done")
    stream = path.split("/")[2]
    history = slow.goto(f"/bodies/{stream}") and slow.inner_text("main")
    w.equal("un double envoi n'écrit qu'une fois", history.count("lu hier"), 1)
    for page in (slow, fast):
        page.context.close()


def the_session_ended(w, office, browser):
    """La session se termine au milieu d'un formulaire"""
    path = make_divergence(w, office, "ECOLE")
    page = browser.sign_in(browser.person(expects_refusals=True))
    page.goto(path)
    page.locator("input[name=take]").first.check()
    page.locator("#motive").fill("motif long et réfléchi")
    # Somebody signs this person out everywhere, from another machine.
    elsewhere = browser.sign_in(browser.person())
    elsewhere.request.post("/sign-out", form={"everywhere": "1"}, headers={"Origin": w.url})
    page.get_by_role("button", name="Voir ce qu'ils liront").click()
    w.holds("on demande de se connecter à nouveau, en disant que rien n'est perdu", "est conservé" in page.inner_text("main"))
    page.get_by_label("Identifiant").fill("bureau")
    page.get_by_label("Mot de passe").fill(PHRASE)
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Envoyer ma saisie").click()
    w.holds("ce qui était saisi est là, et n'a pas été envoyé de lui-même", "motif long et réfléchi" in page.inner_text("main"))
    page.get_by_role("button", name="Trancher").click()
    page.wait_for_selector(".done")
    w.holds("et se tranche", re.search("tranché", page.inner_text(".done")) is not None)
    # A form from elsewhere, with this person's cookie, changes nothing.
    answer = page.request.post("/sign-out", headers={"Origin": "https://ailleurs.test"}, form={"everywhere": "1"})
    w.equal("un formulaire venu d'un autre site est refusé", answer.status, 403)
    page.goto("/")
    w.holds("la session est toujours là", page.url.rstrip("/") == w.url, page.url)
    elsewhere.context.close()
    page.context.close()
