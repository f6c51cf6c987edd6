"""Two days of May 2026, told and asserted sentence by sentence (Examples/field-day.sh starts it)."""

import argparse
import collections
import json
import pathlib
import secrets
import shutil
import sqlite3
import sys
import tempfile

from field_day import body as bodies
from field_day.world import Story, World

OFFICE, LEAD, COLLEAGUE = "bureau", "responsable", "collegue"
WORDS = "atelier bilan carnet dossier encre feuille grille horaire indice journal lettre mesure note papier plan".split()
# 1 x 1 pixel, the smallest honest picture.
PHOTO = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63606060000000040001"
    "f61738550000000049454e44ae426082"
)


class FieldDay:
    def __init__(self, world, body, sync_order):
        self.w, self.body, self.order = world, body, sync_order
        self.qualiopi = f"dossier.qualiopi.{body.siren}"
        self.organisation = f"organisation.{body.siren}"
        self.certifiag = f"dossier.certifiag.{body.siren}"
        self.users = {}

    # 1 ------------------------------------------------------------------------------------------------------

    def the_office_prepares(self):
        w, b = self.w, self.body
        w.chapter("1. Le bureau prépare l'audit (lundi 4 mai 2026)")
        w.clock = "2026-05-04T07:00:00Z"
        w.office("tenant", "add", "certificateur-fictif")
        w.open_server()
        before, after = w.folder / "liste-avant.csv", w.folder / "liste-apres.csv"
        before.write_bytes(b.list_before)
        after.write_bytes(b.list_after)
        dry = w.office("public-list", "import", before, "--dry-run")
        w.holds("la liste publique se lit d'abord à blanc, sans rien écrire", dry["dryRun"] is True, dry)
        done = w.office("public-list", "import", before)
        w.holds(
            f"la liste publique est importée : {done['rowsRead']} lignes lues, {done['rowsRejected']} rejetées",
            done["rowsRead"] > 0 and done["rowsRejected"] == len(done["rejections"]),
            done,
        )
        self.import_report = done
        for profile, name, role in [
            (OFFICE, "Service certification", "office"),
            (LEAD, "Responsable d'audit", "auditor"),
            (COLLEAGUE, "Auditrice", "auditor"),
        ]:
            self.users[profile] = w.office("user", "add", "--name", name, "--role", role)["user"]
        self.join(OFFICE)
        w.constat(OFFICE, "sync")

        opened = w.constat(
            OFFICE, "dossier", "open", "qualiopi", b.siren, "--category", "CFA", "--category", "AF",
            "--certifying", "--alternating", "--work-based", "--subcontracting", "--valid-from", "2024-11-15",
        )
        w.equal("le bureau ouvre le dossier Qualiopi de l'organisme", opened["stream"], self.qualiopi)
        w.constat(OFFICE, "dossier", "open", "certifiag", b.siren, "--valid-from", "2026-02-10")
        w.constat(
            OFFICE, "nonconformity", "add", "--dossier", self.qualiopi, "--indicator", "9", "--grade", "minor",
            "--raised-on", "2024-10-08", "--note", "Livret d'accueil incomplet",
        )
        w.constat(OFFICE, "sync")
        shown = w.constat(OFFICE, "body", "show", b.siren)
        w.equal("les faits du registre viennent de la liste publique", shown["legalName"]["value"], b.name)
        w.equal("leur provenance est dite", shown["legalName"]["by"], "public-list")
        w.constat(
            OFFICE, "body", "correct", b.siren, "legalName", f"{b.name} - CORRIGE", "--motive", "coquille signalée"
        )

        signed = w.constat(
            OFFICE, "mail", "record", "reçu", "--dossier", self.qualiopi, "--about", "devis signé", "--channel", "courriel",
            "--received", "2026-04-20",
        )["id"]
        contract = w.constat(
            OFFICE, "contract", "record", self.qualiopi, "--quoted-on", "2026-04-13", "--category", "CFA", "--category",
            "AF", "--duration", "surveillance=4", "--cycle", "1", "--site", "siege=Siège", "--site", "atelier=Atelier",
            "--turnover", "640000", *(word for code in ("nda", "kbis", "bpf", "rib") for word in ("--document", code)),
        )["id"]
        agreed = w.constat(
            OFFICE, "contract", "sign", self.qualiopi, "--contract", contract, "--mail", signed, "--kind", "surveillance",
        )
        w.equal("le contrat signé devrait être admis (T-QUAL-A01)", agreed["forecast"]["verdict"], "accepted")
        w.constat(OFFICE, "sync")
        w.constat(OFFICE, "audit", "document", "turnover-per-category", "--audit", agreed["id"], "--mail", signed,
                  "--dated", "2026-04-15", "--turnover", "640000")
        w.constat(OFFICE, "audit", "document", "bpf", "--audit", agreed["id"], "--mail", signed, "--dated", "2026-04-15",
                  "--turnover", "640000")
        plan = w.constat(
            OFFICE, "audit", "plan", agreed["id"], "--kind", "surveillance", "--from", "2026-05-12", "--to",
            "2026-05-13", "--lead", self.users[LEAD], "--team", self.users[LEAD], "--team", self.users[COLLEAGUE],
            "--site", "siege=Siège", "--site", "atelier=Atelier, à 80 km", "--sample", "bts=BTS électrotechnique",
            "--sample", "cap=CAP électricien", "--place", "Siège, 12 rue des Essais", "--contract", contract,
        )
        w.equal("le plan devrait être admis (T-QUAL-A02)", plan["forecast"]["verdict"], "accepted")
        self.audit = plan["audit"]
        scope = {row["indicator"]: row for row in plan["scope"]}
        minimum = [1, 3, 4, 5, 6, 7, 10, 11, 14, 15, 16, 17, 19, 20, 21, 22, 26, 27, 29, 31, 32]
        w.equal(
            "le périmètre est le minimum de surveillance d'un CFA (GX-05), plus l'indicateur 9 d'une non-conformité",
            sorted(i for i, row in scope.items() if row["inScope"]), sorted(minimum + [9]),
        )
        w.holds(
            "chaque indicateur, retenu ou non, porte sa raison",
            len(scope) == 32 and all(row["reason"] and row["rule"].startswith("R-QUAL-") for row in scope.values()),
            scope,
        )
        w.equal("la non-conformité antérieure est rappelée", [n["indicator"] for n in plan["previous"]], [9])
        w.equal("cinq pièces sont attendues avant l'audit (R-QUAL-28)", len(plan["documents"]), 5)
        saturday = w.constat(
            OFFICE, "audit", "plan", self.qualiopi, "--kind", "surveillance", "--from", "2026-05-16", "--to",
            "2026-05-16", "--lead", self.users[LEAD],
        )
        w.holds("un audit un samedi est noté, et devrait être rejeté (R-QUAL-38)",
                saturday["forecast"]["verdict"] == "refused" and "R-QUAL-38" in saturday["forecast"]["rules"], saturday)
        w.constat(OFFICE, "audit", "cancel", "--audit", saturday["audit"], "--motive", "un samedi")
        w.constat(OFFICE, "sync")
        w.office("assign", self.users[LEAD], self.qualiopi, self.organisation)
        w.office("assign", self.users[COLLEAGUE], self.qualiopi, self.organisation, self.certifiag)

        w.clock = "2026-05-11T15:00:00Z"
        self.reopen_server()
        for profile in (LEAD, COLLEAGUE):
            self.join(profile)
        for profile in (LEAD, COLLEAGUE):
            report = w.constat(profile, "sync")
            w.holds(
                f"le poste « {profile} » est rattaché et reçoit ses dossiers",
                self.qualiopi in report["entered"] and report["digests"]["different"] == [], report,
            )
        w.holds(
            "la responsable ne reçoit pas un octet du dossier qui n'est pas le sien",
            self.certifiag not in json.dumps(w.constat(LEAD, "dossier", "list")),
        )

    def join(self, profile):
        invite = self.w.office("invite", self.users[profile])
        self.w.constat(profile, "join", self.w.url, invite["code"])

    def reopen_server(self):
        port = self.w.port()
        self.w.equal("le serveur s'arrête proprement quand on le lui demande", self.w.close_server(), 0)
        self.w.open_server(port)

    # 2 ------------------------------------------------------------------------------------------------------

    def two_auditors_work_without_network(self):
        w = self.w
        w.chapter("2. Sans réseau, deux postes (mardi 12 et mercredi 13 mai)")
        w.clock = "2026-05-12T06:45:00Z"
        w.close_server()
        offline = w.constat(LEAD, "sync", expect=5)
        w.equal("sans réseau, la synchronisation dit qu'elle n'a rien perdu", offline["offline"], True)
        for profile in (LEAD, COLLEAGUE):
            w.constat(profile, "audit", "start", self.audit)
        w.constat(
            LEAD, "sheet", "opening", "--held-on", "2026-05-12", "--participant", "Direction du centre",
            "--participant", "Référente handicap", "--representative", "Mme Delorme, directrice",
        )
        w.clock = "2026-05-12T08:10:00Z"
        w.constat(COLLEAGUE, "sheet", "opening", "--participant", "Chef d'atelier", "--representative",
                  "M. Delorme, directeur")
        w.constat(LEAD, "observation", "add", "17", "--site", "siege", "--sample", "bts",
                  "Salles équipées, plateau à jour.")
        w.constat(LEAD, "observation", "add", "14", "--site", "siege", "--sample", "bts",
                  "Accompagnement social tracé pour trois apprentis.")
        w.constat(COLLEAGUE, "observation", "add", "17", "--site", "atelier", "--sample", "cap",
                  "Atelier sans extraction : partie pratique impossible.")
        w.constat(COLLEAGUE, "interview", "add", "--with", "apprentie CAP 2e année", "--site", "atelier",
                  "Pratique faite en entreprise faute de poste.")
        w.constat(LEAD, "interview", "add", "--with", "référente handicap", "--site", "siege",
                  "Réseau identifié, deux adaptations en cours.")
        seen = [
            w.constat(LEAD, "evidence", "add", "Procès-verbal du conseil de perfectionnement", "--dated",
                      "2026-03-19", "--shown-by", "la directrice", "--indicator", "20", "--site", "siege"),
            w.constat(COLLEAGUE, "evidence", "add", "Registre de maintenance", "--dated", "2026-04-30",
                      "--shown-by", "le chef d'atelier", "--indicator", "17", "--site", "atelier"),
        ]
        w.equal("deux documents sont vus et laissés sur place", [e["held"] for e in seen], ["seen", "seen"])
        photo = w.folder / "atelier.png"
        photo.write_bytes(PHOTO)
        taken = w.constat(COLLEAGUE, "evidence", "add", "Photo de l'atelier", "--file", photo, "--indicator", "17",
                          "--site", "atelier")
        w.equal("une photo est gardée, en attente d'envoi", taken["held"], "waiting-to-be-sent")
        for profile in (LEAD, COLLEAGUE):
            for indicator in (14, 20):
                w.constat(profile, "audit", "grade", indicator, "conform")
        w.constat(LEAD, "audit", "grade", "17", "conform", "--comment", "Siège conforme.")
        w.constat(COLLEAGUE, "audit", "grade", "17", "major")
        advice = w.constat(LEAD, "audit", "coter", "22", "mineure")
        w.holds("une mineure sur 22 est gardée, avec l'avis de R-QUAL-71",
                advice["grade"] == "minor" and "R-QUAL-71" in [a["rule"] for a in advice["advice"]], advice)
        nine = w.constat(LEAD, "audit", "show", "9")
        w.holds("la mineure de l'audit initial restée ouverte est montrée requalifiée (R-QUAL-78)",
                any(a["rule"] == "R-QUAL-78" for a in nine["advice"]), nine)
        rest = [1, 3, 4, 5, 6, 7, 10, 11, 15, 16, 19, 21, 26, 27, 29, 31, 32]
        for number, indicator in enumerate(rest):
            w.constat(LEAD if number % 2 else COLLEAGUE, "audit", "grade", indicator, "conform")
        w.constat(LEAD, "audit", "grade", "9", "major", "--comment", "Livret toujours incomplet.",
                  "--lack", "aucune preuve présentée")
        street = w.constat(COLLEAGUE, "situation", "observe", "address", self.body.new_street, "--proof", "kbis",
                           "--note", "plaque neuve sur la porte")
        w.equal("une nouvelle rue est lue sur la porte, le Kbis à venir", street["proofDue"], "kbis")
        w.holds("l'adresse du registre, elle, n'a pas bougé",
                w.constat(COLLEAGUE, "body", "show", self.body.siren)["address"]["value"]["street"]
                == self.body.street)

    # 3 ------------------------------------------------------------------------------------------------------

    def they_agree_on_site(self):
        w = self.w
        w.chapter("3. La passation, sans réseau (mercredi 13 mai, 15 h 30)")
        w.clock = "2026-05-13T13:30:00Z"
        there, back = w.folder / "vers-responsable.constat", w.folder / "vers-collegue.constat"
        w.constat(COLLEAGUE, "handover", "write", there)
        cut = w.folder / "coupe.constat"
        cut.write_bytes(there.read_bytes()[:-40])
        w.equal("un fichier coupé est refusé entier", w.constat(LEAD, "handover", "read", cut, expect=1)["error"],
                "handover-cut")
        altered = w.folder / "altere.constat"
        altered.write_bytes(there.read_bytes().replace(b'"to":"major"', b'"to":"minor"'))
        w.equal("un fichier retouché est refusé entier",
                w.constat(LEAD, "handover", "read", altered, expect=1)["error"], "handover-altered")
        w.holds("la responsable lit le fichier de sa collègue",
                w.constat(LEAD, "handover", "read", there)["linesNew"] > 0)
        w.equal("le relire n'apporte rien", w.constat(LEAD, "handover", "read", there)["linesNew"], 0)
        found = w.constat(LEAD, "divergence", "list")["divergences"]
        w.equal("deux divergences sont montrées : la cotation de 17 et le nom du représentant",
                sorted(d["field"] for d in found), ["grade", "representative"])
        seventeen = next(d for d in found if d["field"] == "grade")
        shown = w.constat(LEAD, "divergence", "show", seventeen["id"])
        w.holds("la divergence sur 17 est montrée côte à côte avec sa base, qui et quand",
                shown["base"] == [] and sorted(a["value"] for a in shown["alternatives"]) == ["conform", "major"]
                and all(a["by"] and a["claimed"] and a["device"] for a in shown["alternatives"]), shown)
        w.equal("la plus grave tient en attendant", shown["shown"], "major")
        w.equal("la collègue ne peut pas trancher : elle n'est pas responsable",
                self.try_settling_as_colleague(back_first=False), "not-settler")
        w.constat(LEAD, "divergence", "settle", seventeen["id"], "major", "--motive",
                  "La partie pratique ne peut pas avoir lieu : l'atelier commande.")
        name = next(d for d in found if d["field"] == "representative")
        w.constat(LEAD, "divergence", "show", name["id"])
        w.constat(LEAD, "divergence", "settle", name["id"], "Mme Delorme, directrice", "--motive",
                  "pièce d'identité vue")
        w.constat(LEAD, "handover", "write", back)
        w.constat(COLLEAGUE, "handover", "read", back)
        w.equal("après le retour du fichier, la collègue ne voit plus de divergence",
                w.constat(COLLEAGUE, "divergence", "list")["divergences"], [])
        w.equal("et lit la cotation tranchée avec son motif",
                w.constat(COLLEAGUE, "audit", "show", "17")["motive"],
                "La partie pratique ne peut pas avoir lieu : l'atelier commande.")
        w.clock = "2026-05-13T14:20:00Z"
        w.constat(LEAD, "audit", "grade", "22", "major", "--comment", "Aucun plan de formation des formateurs.",
                  "--lack", "plan non présenté")
        w.constat(LEAD, "audit", "grade", "17", "major", "--lack", "photo et constat")
        w.clock = "2026-05-13T14:30:00Z"
        closing = w.constat(LEAD, "sheet", "closing", "--held-on", "2026-05-13", "--representative",
                            "Mme Delorme, directrice", "--participant", "Direction du centre", "--announce")
        w.equal("la feuille de clôture lue à la directrice énumère chaque non-conformité annoncée",
                [(a["indicator"], a["grade"]) for a in closing["announced"]], [(9, "major"), (17, "major"), (22, "major")])

    def try_settling_as_colleague(self, back_first):
        """The colleague reads a file of the lead's, sees both values, and is told why she may not settle."""
        w = self.w
        probe = w.folder / "essai.constat"
        w.constat(LEAD, "handover", "write", probe)
        w.constat(COLLEAGUE, "handover", "read", probe)
        mine = next(d for d in w.constat(COLLEAGUE, "divergence", "list")["divergences"] if d["field"] == "grade")
        w.constat(COLLEAGUE, "divergence", "show", mine["id"])
        return w.constat(COLLEAGUE, "divergence", "settle", mine["id"], "conform", "--motive", "essai",
                         expect=4)["error"]

    # 4 ------------------------------------------------------------------------------------------------------

    def the_office_imports_again(self):
        w = self.w
        w.chapter("4. Pendant ce temps, au bureau")
        w.clock = "2026-05-13T09:00:00Z"
        w.open_server(w.port())
        done = w.office("public-list", "import", w.folder / "liste-apres.csv")
        w.holds("la liste publique a changé de nom et de rue pour cet organisme", done["bodiesChanged"] >= 1, done)
        again = w.office("public-list", "import", w.folder / "liste-apres.csv")
        w.equal("la réimporter ne change rien", again["changesWritten"], 0)
        w.constat(OFFICE, "sync")
        shown = w.constat(OFFICE, "divergence", "list")["divergences"]
        w.equal("le nom corrigé à la main et le nom de la liste divergent : au bureau de trancher",
                [(d["field"], d["maySettle"]) for d in shown], [("legalName", True)])
        side = w.constat(OFFICE, "divergence", "show", shown[0]["id"])
        w.equal("leur base est montrée : le nom de la première liste", [b["value"] for b in side["base"]],
                [self.body.name])

    # 5 ------------------------------------------------------------------------------------------------------

    def both_sync_from_a_hotel(self):
        w = self.w
        w.chapter("5. Le soir, d'un hôtel dont la ligne est mauvaise")
        w.clock = "2026-05-13T18:00:00Z"
        self.reopen_server()
        self.on_the_way_home_certifiag()
        outbox = {p: w.constat(p, "outbox")["waiting"] for p in (LEAD, COLLEAGUE)}
        w.holds("chaque poste sait ce qu'il a à envoyer", all(outbox.values()), outbox)
        bad = w.bad_line(cut_answer=1, after=300)
        reports = {}
        for place, profile in enumerate(self.order):
            reports[profile] = w.constat(profile, "sync", *(["--server", bad] if place == 0 else []))
        first = reports[self.order[0]]
        w.holds("une réponse est coupée au milieu, puis reprise", first["retries"] >= 1 and first["end"] == "complete",
                first)
        # What the lead settled names the colleague's lines: it waits until the server has them too.
        again = w.constat(LEAD, "sync")
        self.accepted = sum(report["accepted"] for report in [*reports.values(), again])
        w.equal("coupée ou non, chaque ligne a reçu un reçu et un seul", self.accepted, sum(outbox.values()))
        w.holds("rien n'est refusé à la saisie", all(r["refused"] == [] for r in reports.values()), reports)
        for profile in self.order:
            w.equal(f"il ne reste rien à envoyer sur le poste « {profile} »",
                    w.constat(profile, "outbox")["waiting"], 0)
        w.constat(COLLEAGUE, "sync")
        situation = w.constat(LEAD, "situation", "list")["situations"]
        w.equal("la rue lue sur la porte est celle du registre : le changement constaté est confirmé",
                [(s["subject"], s["confirmed"]) for s in situation], [("address", True)])
        w.constat(LEAD, "audit", "done", "--audit", self.audit)
        w.constat(LEAD, "sync")
        w.constat(OFFICE, "sync")
        half = w.constat(OFFICE, "audit", "show", "--audit", self.audit)["completeness"]
        w.equal("après un seul poste, le bureau lit qui manque", (half["complete"], half["missing"]),
                (False, [self.users[COLLEAGUE]]))
        w.constat(COLLEAGUE, "audit", "done", "--audit", self.audit)
        w.constat(COLLEAGUE, "sync")
        w.constat(OFFICE, "sync")
        complete = w.constat(OFFICE, "audit", "show", "--audit", self.audit)["completeness"]
        w.equal("le bureau lit « complet depuis deux postes »",
                (complete["complete"], complete["devicesDone"]), (True, 2))

    def on_the_way_home_certifiag(self):
        w = self.w
        w.constat(COLLEAGUE, "audit", "start", "--unplanned", "certifiag", self.body.siren)
        w.constat(COLLEAGUE, "observation", "add", "cp-08", "--site", "atelier", "--sample", "session-mai",
                  "Taux de réussite sous le seuil.")
        for code in ("CP-08", "CP-16"):
            w.constat(COLLEAGUE, "audit", "grade", code, "gap" if code == "CP-08" else "serious-gap",
                      "--comment", "constaté le 13 mai")
        asked = w.constat(COLLEAGUE, "habilitation", "suspend", "--grounds",
                          "Actions correctives jamais appliquées.")
        w.holds("hors ligne, la demande de suspension est gardée, annoncée comme devant être rejetée",
                asked["forecast"]["verdict"] == "refused", asked)
        self.proposal = asked["proposal"]

    # 6 ------------------------------------------------------------------------------------------------------

    def the_server_rules(self):
        w = self.w
        w.chapter("6. Les actes demandés")
        proposal = w.constat(COLLEAGUE, "proposal", "show", self.proposal)
        w.equal("la suspension est rejetée comme acte : la commission décide (R-CIAG-44)",
                (proposal["ruling"]["verdict"], proposal["ruling"]["rules"]), ("refused", ["R-CIAG-44"]))
        w.equal("elle reste une proposition, avec ses écarts", proposal["gaps"], ["CP-08", "CP-16"])
        check = w.constat(LEAD, "audit", "check")
        w.holds("rien ne bloque la clôture, ce qui reste est un conseil",
                all(gap["severity"] == "advice" for gap in check["findings"]), check)
        w.constat(LEAD, "audit", "close")
        w.constat(LEAD, "sync")
        closed = w.constat(LEAD, "audit", "show")
        w.equal("la clôture demandée est admise", (closed["rulings"][-1]["verdict"], closed["stage"]),
                ("accepted", "done"))
        refused = w.constat(LEAD, "decision", "record", "favourable", "--motive", "tout est en ordre")
        w.constat(LEAD, "sync")
        decision = w.constat(LEAD, "decision", "show", refused["decision"])
        w.holds("une décision demandée par la responsable d'audit est rejetée (R-ROLE-01), avec la marche à suivre",
                decision["ruling"]["verdict"] == "refused" and "R-ROLE-01" in decision["ruling"]["rules"]
                and "expert décisionnaire" in decision["ruling"]["text"], decision)

    # 7 ------------------------------------------------------------------------------------------------------

    def nothing_was_lost(self):
        w = self.w
        w.chapter("7. Le rapport, et ce qui n'a pas été perdu")
        w.constat(LEAD, "report", "present")
        w.constat(LEAD, "sync")
        page = w.folder / "rapport.html"
        printed = w.constat(LEAD, "report", "print", "--output", page)
        html = page.read_text(encoding="utf-8")
        listed = html[html.index("<h2>Non-conformités</h2>"):html.index("<h2>Cotation des indicateurs</h2>")]
        w.holds("le rapport provisoire s'imprime en HTML, avec ses trois non-conformités",
                html.startswith("<!DOCTYPE html>") and all(f"<td>{i} — " in listed for i in (9, 17, 22)), listed)
        w.holds("les preuves vues y gardent leur date et qui les a montrées",
                all(text in html for text in ("Registre de maintenance", "30 avril 2026", "le chef d’atelier".replace("’", "&#39;"))), html[-3000:])
        w.equal("il est dû le 21 mai, par la règle DL-QUAL-09", (printed["due"], printed["deadline"]),
                ("2026-05-21", "DL-QUAL-09"))
        w.holds("l'échéance et sa règle y sont écrites", "21 mai 2026" in html and "R-QUAL-66" in html)
        for profile in (COLLEAGUE, OFFICE, LEAD):
            w.constat(profile, "sync")
        loss = w.constat(OFFICE, "status")["divergences"]
        w.equal("trois divergences, deux tranchées, une pour le bureau",
                (loss["total"], loss["settled"], loss["open"]), (3, 2, 1))
        w.holds(w.screen(OFFICE, "status").strip().splitlines()[-1].strip(), loss["changesWithout"] > 0)
        server = w.office("digest")["streams"]
        for profile in (LEAD, COLLEAGUE, OFFICE):
            mine = w.constat(profile, "verify")
            w.equal(f"« {profile} » : la vérification ne trouve aucun défaut", mine["faults"], [])
            w.holds(f"« {profile} » tient le même ensemble que le serveur, empreinte par empreinte",
                    all(server[s] == d["set"] for s, d in mine["streams"].items()), (mine["streams"], server))
        states = [w.constat(p, "verify")["streams"][self.qualiopi]["state"] for p in (LEAD, COLLEAGUE, OFFICE)]
        w.equal("les trois postes montrent le même état du dossier, octet par octet", len(set(states)), 1)
        w.equal("la vérification du serveur ne trouve aucun défaut", w.office("verify")["faults"], [])
        self.flip_one_bit()
        return self.outcome()

    def flip_one_bit(self):
        w = self.w
        source = pathlib.Path(w.constat(LEAD, "status")["store"])
        copy = w.folder / "laptops" / "constat" / "copie"
        shutil.copytree(source.parent, copy)
        db = sqlite3.connect(copy / source.name)
        row, line = db.execute("SELECT rowid, bytes FROM lines WHERE instr(bytes, '\"grade\"') LIMIT 1").fetchone()
        flipped = bytearray(line)
        flipped[len(flipped) // 2] ^= 1
        db.execute("UPDATE lines SET bytes = ? WHERE rowid = ?", (bytes(flipped), row))
        db.commit()
        db.close()
        found = w.constat("copie", "verify", expect=1)
        w.holds("un bit retourné dans une copie est trouvé, et montré à sa ligne",
                "line-altered" in [f["code"] for f in found["faults"]] and len({f["change"] for f in found["faults"]}) == 1,
                found["faults"])

    def browser(self):
        """Where the remaining divergence is settled in a browser: its address, and what to sign in with."""
        w = self.w
        phrase = "-".join(secrets.choice(WORDS) for _ in range(5))
        w.office("user", "password", self.users[OFFICE], "--login", "bureau", typed=phrase + "\n")
        left = w.constat(OFFICE, "divergence", "list")["divergences"][0]
        return f"{w.url}/divergences/{left['stream']}/{left['id']}", "bureau", phrase

    def outcome(self):
        """What must not depend on the order in which the laptops synced."""
        w = self.w
        grid = w.constat(OFFICE, "audit", "show", "--audit", self.audit)
        return {
            "grades": {row["indicator"]: row["grade"] for row in grid["items"]},
            "stage": grid["stage"],
            "verdicts": [r["verdict"] for r in grid["rulings"]],
            "divergences": w.constat(OFFICE, "status")["divergences"],
            "accepted": self.accepted,
        }

    def tell(self):
        self.the_office_prepares()
        self.two_auditors_work_without_network()
        self.they_agree_on_site()
        self.the_office_imports_again()
        self.both_sync_from_a_hotel()
        self.the_server_rules()
        return self.nothing_was_lost()


def main():
    options = argparse.ArgumentParser(prog="field-day.sh")
    options.add_argument("--binaries", required=True)
    options.add_argument("--public-list")
    options.add_argument("--siren")
    options.add_argument("--keep", action="store_true")
    options.add_argument("--once", action="store_true", help="one sync order only")
    chosen = options.parse_args()
    if bool(chosen.public_list) != bool(chosen.siren):
        options.error("--public-list et --siren vont ensemble")
    outcomes, sentences = [], 0
    orders = [(LEAD, COLLEAGUE)] if chosen.once else [(COLLEAGUE, LEAD), (LEAD, COLLEAGUE)]
    for number, order in enumerate(orders):
        last = number == len(orders) - 1
        folder = pathlib.Path(tempfile.mkdtemp(prefix="constat-field-day-"))
        world = World(chosen.binaries, folder, quiet=not last)
        told = False
        try:
            body = (bodies.from_register(chosen.public_list, chosen.siren) if chosen.public_list
                    else bodies.fictional())
            day = FieldDay(world, body, order)
            outcomes.append(day.tell())
            told = True
        except Story as untrue:
            print(f"\n{untrue}\n(dossier de travail gardé : {folder})", file=sys.stderr)
            return 1
        finally:
            world.end(keep_server=told and last and chosen.keep)
        sentences += world.sentences
        if not (last and chosen.keep):
            shutil.rmtree(folder)
    if len(outcomes) == 2:
        if outcomes[0] != outcomes[1]:
            print(f"FAUX : l'ordre des synchronisations a changé l'issue\n{outcomes[0]}\n{outcomes[1]}", file=sys.stderr)
            return 1
        print("\n  ✓ rejouée avec l'autre ordre de synchronisation, la journée finit pareil")
        sentences += 1
    report = day.import_report
    print(
        f"\nRegistre : {report['rowsRead']} lignes lues, {report['rowsRead'] - report['rowsRejected']} retenues, "
        f"{report['rowsRejected']} rejetées."
    )
    for reason, count in collections.Counter(row["code"] for row in report["rejections"]).most_common():
        print(f"  {count} × {reason}")
    print(f"{sentences} phrases vraies.")
    if chosen.keep:
        address, login, phrase = day.browser()
        print(f"\nLe serveur reste ouvert : {world.url} (pour l'arrêter : kill {world.server.pid})"
              f"\nLa divergence qui reste au bureau se tranche ici : {address}"
              f"\n  identifiant : {login}\n  mot de passe : {phrase}"
              f"\nDossier de travail : {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
