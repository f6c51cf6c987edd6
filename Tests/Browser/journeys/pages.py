"""What the office reads, accepts and prints."""

from field_day.story import LEAD, OFFICE

from .office import HOSTILE_BODY, NAMED_APART
from .settling import make_divergence, open_divergences


def all_pages(office):
    day = office.day
    organisation = f"organisation.{HOSTILE_BODY}"
    named = [d for d in office.w.constat(OFFICE, "divergence", "list")["divergences"] if d["stream"] == organisation]
    audit, hostile = day.audit.split("/")[-1], office.hostile_audit.split("/")[-1]
    return {
        "a-traiter": "/",
        "dossiers": "/dossiers",
        "dossier": f"/dossiers/{day.qualiopi}",
        "dossier-certifiag": f"/dossiers/{day.certifiag}",
        "organisme": f"/bodies/{day.organisation}",
        "audit": f"/dossiers/{day.qualiopi}/audits/{audit}",
        "rapport": f"/dossiers/{day.qualiopi}/audits/{audit}/report",
        "dossier-hostile": f"/dossiers/{office.hostile_dossier}",
        "audit-hostile": f"/dossiers/{office.hostile_dossier}/audits/{hostile}",
        "rapport-hostile": f"/dossiers/{office.hostile_dossier}/audits/{hostile}/report",
        "changement-hostile": f"/situations/{organisation}/{office.hostile_situation.split('/')[-1]}",
        **{"divergence-hostile": f"/divergences/{organisation}/{d['id']}" for d in named},
        "formulaire-hostile": f"/acts/{office.hostile_dossier}/mail.record",
        "competences": "/competences",
        "mis-de-cote": "/quarantine",
        "connexion-en-cours": "/session",
    }


def a_reported_change_is_accepted(w, office, browser):
    """Accepter un changement constaté"""
    w.constat(OFFICE, "sync")
    for open_one in w.constat(OFFICE, "divergence", "list")["divergences"]:
        # What the register says must be settled before anything is laid over it.
        if open_one["stream"] == office.day.organisation:
            w.constat(OFFICE, "divergence", "show", open_one["id"])
            w.constat(OFFICE, "divergence", "settle", open_one["id"], open_one["values"][0], "--motive", "acte reçu")
            w.constat(OFFICE, "sync")
    page = browser.sign_in(browser.person())
    page.goto("/")
    link = page.locator(f"main a[href^='/situations/{office.day.organisation}/']").first
    w.holds("« À traiter » mène au changement constaté", link.count() == 1)
    link.click()
    w.holds("la page met côte à côte le registre et ce qui a été vu",
            "Campus fictif des ateliers" in page.inner_text("main"))
    browser.shot(page, "changement-constate")
    page.locator("input[name=take][value=accepted]").check()
    page.locator("#motive").fill("extrait Kbis reçu")
    page.get_by_role("button", name="Enregistrer la réponse").click()
    page.wait_for_load_state()
    w.holds("la suite donnée se lit, avec son motif", "extrait Kbis reçu" in page.inner_text("main"), page.url)
    w.constat(OFFICE, "sync")
    named = w.constat(OFFICE, "body", "show", office.day.body.siren)["legalName"]
    w.equal("le terminal lit le nouveau nom au registre", named["value"], "Campus fictif des ateliers")
    page.context.close()


def a_completed_audit_is_read(w, office, browser):
    """Lire un audit terminé"""
    page = browser.sign_in(browser.person())
    page.goto(all_pages(office)["audit"])
    text = page.inner_text("main")
    w.equal("la grille a une case par indicateur", page.locator("ul.grid > li").count(), 32)
    grid = w.constat(OFFICE, "audit", "show", "--audit", office.day.audit)
    graded = {row["indicator"]: row["grade"] for row in grid["items"]}
    words = {"conform": "conforme", "minor": "mineure", "major": "majeure", "not-applicable": "non applicable",
             "not-audited": "non audité"}
    cells = [cell.lower() for cell in page.locator("ul.grid > li").all_inner_texts()]
    by_number = {cell.split()[0]: cell for cell in cells}
    w.holds("chaque case dit la cotation que dit le terminal",
            all(words[grade] in by_number[str(number)] for number, grade in graded.items()), by_number)
    w.holds("complet depuis deux postes, acte admis, preuves avec leur état",
            all(word in text for word in ("deux postes", "admis", "laissée sur place")), text[:3000])
    browser.shot(page, "audit")
    page.context.close()


def the_report_is_printed(w, office, browser):
    """Imprimer le rapport"""
    page = browser.sign_in(browser.person())
    page.goto(all_pages(office)["audit"])
    page.get_by_role("link", name="apport").first.click()
    page.wait_for_load_state()
    w.holds("le rapport s'ouvre depuis l'audit", page.url.endswith("/report"), page.url)
    w.equal("il dit les trois non-conformités", page.locator("td.grave").count(), 3)
    paper = page.pdf(format="A4")
    w.holds("il s'imprime sur plusieurs pages A4", paper.startswith(b"%PDF") and paper.count(b"/Type /Page\n") >= 2
            or paper.count(b"/Type /Page") >= 2)
    if browser.shots:
        with open(f"{browser.shots}/rapport.pdf", "wb") as file:
            file.write(paper)
    page.context.close()


def hostile_text_runs_nothing(w, office, browser):
    """Du texte hostile dans chaque champ"""
    page = browser.sign_in(browser.person())
    for name, path in all_pages(office).items():
        page.goto(path)
        w.holds(f"« {name} » : rien ne s'exécute", page.evaluate("window.hostile === undefined"), page.url)
    for name in ("dossier-hostile", "audit-hostile"):
        page.goto(all_pages(office)[name])
        w.holds(f"« {name} » montre le texte tel qu'il a été écrit", "<script>window.hostile=1</script>" in
                page.inner_text("main"))
        browser.shot(page, name)
    page.goto(f"/dossiers?q={HOSTILE_BODY}")
    w.holds("la recherche le trouve, sans l'exécuter", page.evaluate("window.hostile === undefined")
            and HOSTILE_BODY in page.content().replace("\u202f", ""))
    page.context.close()


def what_is_not_yours_is_not_there(w, office, browser):
    """Ce qui n'est pas à soi n'existe pas"""
    page = browser.sign_in(browser.person(expects_refusals=True), login="responsable")
    page.goto("/")
    w.holds("une auditrice ne lit que ses dossiers", NAMED_APART[1] not in page.content().replace("\u202f", ""))
    foreign = [f"/dossiers/dossier.qualiopi.{NAMED_APART[1]}", f"/bodies/organisation.{NAMED_APART[1]}",
               f"/dossiers/{office.day.certifiag}", "/dossiers/office", "/dossiers/directory", "/divergences/office/D-00000",
               "/nulle-part"]
    for path in foreign:
        answer = page.goto(path)
        w.equal(f"{path.split('/')[-1]} : 404, sans dire si cela existe", (answer.status, "pas pour vous" in page.content()),
                (404, True))
    page.context.close()


def news_comes_by_itself(w, office, browser):
    """Du nouveau arrive pendant que la page est ouverte"""
    page = browser.sign_in(browser.person())
    before = len(open_divergences(page))
    path = make_divergence(w, office, "ATELIER")
    page.wait_for_selector(f"main a[href='{path}']", timeout=10_000)
    w.equal("« À traiter » montre la nouvelle divergence sans qu'on recharge",
            page.locator("main a[href^='/divergences/']").count(), before + 1)
    page.goto(path)
    page.locator("#motive").fill("en cours de rédaction")
    w.constat(LEAD, "situation", "observe", "director", "Mme Fictive", "--body", office.day.body.siren)
    w.constat(LEAD, "sync")
    page.wait_for_selector("[data-live-news]:not([hidden])", timeout=10_000)
    w.equal("ce qu'on saisit n'est pas remplacé : on est prévenu", page.locator("#motive").input_value().strip(),
            "en cours de rédaction")
    page.context.close()


def every_page_is_accessible(w, office, browser):
    """Chaque page : accessible, en français et en anglais, au bureau et au téléphone"""
    wide = browser.sign_in(browser.person())
    narrow = browser.sign_in(browser.person(width=360, height=740))
    divergence = make_divergence(w, office, "LYCEE")
    pages = {**all_pages(office), "divergence": divergence}
    for name, path in pages.items():
        for page in (wide, narrow):
            page.goto(path)
            browser.clean(page, name)
        browser.shot(narrow, f"{name}-telephone")
    wide.goto("/")
    wide.get_by_role("button", name="English").click()
    for name, path in pages.items():
        if name.startswith("rapport"):
            continue
        wide.goto(path)
        w.holds(f"« {name} » se dit en anglais", wide.evaluate("document.documentElement.lang") == "en"
                and "À traiter" not in wide.inner_text("header"))
    browser.shot(wide, "english")
    out = browser.person()
    out.goto("/sign-in")
    browser.clean(out, "connexion")
    browser.shot(out, "connexion")
    for page in (wide, narrow, out):
        page.context.close()
