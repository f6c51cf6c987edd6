"""The body that is audited: a fictional one, or one of a real register."""

import csv
import io

OFFICIAL_COLUMNS = (
    "numeroDeclarationActivite;numerosDeclarationActivitePrecedent;denomination;siren;siretEtablissementDeclarant;"
    "adressePhysiqueOrganismeFormation.voie;adressePhysiqueOrganismeFormation.codePostal;"
    "adressePhysiqueOrganismeFormation.ville;adressePhysiqueOrganismeFormation.codeRegion;"
    "certifications.actionsDeFormation;certifications.bilansDeCompetences;certifications.VAE;"
    "certifications.actionsDeFormationParApprentissage;organismeEtrangerRepresente.denomination;"
    "organismeEtrangerRepresente.voie;organismeEtrangerRepresente.codePostal;organismeEtrangerRepresente.ville;"
    "organismeEtrangerRepresente.pays;informationsDeclarees.dateDerniereDeclaration;"
    "informationsDeclarees.debutExercice;informationsDeclarees.finExercice;"
    "informationsDeclarees.specialitesDeFormation.codeSpecialite1;"
    "informationsDeclarees.specialitesDeFormation.libelleSpecialite1;"
    "informationsDeclarees.specialitesDeFormation.codeSpecialite2;"
    "informationsDeclarees.specialitesDeFormation.libelleSpecialite2;"
    "informationsDeclarees.specialitesDeFormation.codeSpecialite3;"
    "informationsDeclarees.specialitesDeFormation.libelleSpecialite3;informationsDeclarees.nbStagiaires;"
    "informationsDeclarees.nbStagiairesConfiesParUnAutreOF;informationsDeclarees.effectifFormateurs;"
)


def luhn(digits):
    """The digit that makes a number pass the Luhn check."""
    for key in "0123456789":
        total = 0
        for place, digit in enumerate(reversed(digits + key)):
            value = int(digit) * (2 if place % 2 else 1)
            total += value - 9 if value > 9 else value
        if total % 10 == 0:
            return digits + key
    raise AssertionError


class Body:
    """What the story needs to know of the body, and the two public lists it appears in."""

    siren: str
    name: str
    street: str
    postcode: str
    city: str
    new_name: str
    new_street: str
    list_before: bytes
    list_after: bytes


def fictional():
    """A fictional apprenticeship centre; numbers are valid in form, names are made up."""
    body = Body()
    body.siren = luhn("99912345")
    body.name = "CFA DES ATELIERS DU VAL FICTIF"
    body.street, body.postcode, body.city = "3 RUE DES TANNEURS", "45000", "ORLEANS"
    body.new_name = "CAMPUS DES ATELIERS DU VAL FICTIF"
    body.new_street = "14 QUAI DU HALAGE"
    others = [(luhn("99954321"), "ECOLE FICTIVE DES IMAGES", "8 RUE DU BAC", "37000", "TOURS")]

    def rows(name, street):
        lines = [OFFICIAL_COLUMNS]
        for siren, called, voie, code, ville in [(body.siren, name, street, body.postcode, body.city), *others]:
            siret = luhn(siren + "0001")
            lines.append(
                f'"24450999945";"";"{called}";"{siren}";"{siret}";"{voie}";"{code}";"{ville}";"24";'
                "true;false;false;true;;;;;;15/03/2026;01/01/2025;31/12/2025;"
                '"255";"Electricite, electronique";;;;;"180";;"22";'
            )
        return ("\n".join(lines) + "\n").encode()

    body.list_before = rows(body.name, body.street)
    body.list_after = rows(body.new_name, body.new_street)
    return body


def from_register(path, siren):
    """A body of a real register: the second list is the first with the two facts of the story changed."""
    raw = open(path, "rb").read()
    text = raw.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    header = rows[0]
    official = "denomination" in header
    name_at = header.index("denomination" if official else "raison_sociale")
    street_at = header.index("adressePhysiqueOrganismeFormation.voie" if official else "voie")
    code_at = header.index("adressePhysiqueOrganismeFormation.codePostal" if official else "code_postal")
    city_at = header.index("adressePhysiqueOrganismeFormation.ville" if official else "localite")
    siren_at = header.index("siren")
    mine = [row for row in rows[1:] if len(row) > siren_at and row[siren_at] == siren]
    if not mine:
        raise SystemExit(f"field-day : aucune ligne du registre ne porte le SIREN {siren}.")
    seat = mine[0]
    if not official:
        seat = next((row for row in mine if row[header.index("siege_social")] == "true"), mine[0])
    body = Body()
    body.siren, body.name, body.street = siren, seat[name_at], seat[street_at]
    body.postcode, body.city = seat[code_at], seat[city_at]
    body.new_name, body.new_street = f"{body.name} (NOUVELLE DENOMINATION)", "14 QUAI DU HALAGE"
    body.list_before = raw
    after = io.StringIO()
    writer = csv.writer(after, delimiter=";", lineterminator="\n")
    for row in rows:
        if row is not rows[0] and len(row) > siren_at and row[siren_at] == siren:
            row = list(row)
            row[name_at] = body.new_name
            if row[street_at] == body.street:
                row[street_at] = body.new_street
        writer.writerow(row)
    body.list_after = after.getvalue().encode()
    return body
