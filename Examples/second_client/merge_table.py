"""The merge table (model.md, "The merge table"): which kind each field of each entity type is of."""

from dataclasses import dataclass

from .json_spelling import canonical, read

KINDS = ("latest", "contested", "cautious", "text", "machine", "set", "journal")


@dataclass(frozen=True)
class Field:
    """The kind of a field and, of a cautious one, its values as canonical bytes, the gravest first."""

    kind: str
    gravest_first: tuple = ()


@dataclass(frozen=True)
class MergeTable:
    version: int
    types: dict

    def field(self, entity_type, name):
        """What the table knows of a field; None when it does not know it."""
        return self.types.get(entity_type, {}).get(name)

    def as_data(self):
        """The table in the form of `--schema`."""
        types = {}
        for entity_type, fields in self.types.items():
            types[entity_type] = {
                name: {"kind": field.kind}
                | ({"gravestFirst": [read(value) for value in field.gravest_first]} if field.kind == "cautious" else {})
                for name, field in fields.items()
            }
        return {"version": self.version, "types": types}


def table_from_data(data):
    """A merge table given as data (model.md, "Vectors and the runner")."""
    def need(fits):
        if not fits:
            raise ValueError("no merge table")

    def field(given):
        ranking = given.get("gravestFirst", [])
        need(given.keys() == ({"kind", "gravestFirst"} if given["kind"] == "cautious" else {"kind"}))
        need(given["kind"] in KINDS and all(isinstance(value, str) for value in ranking))
        need(len(set(ranking)) == len(ranking))
        return Field(given["kind"], tuple(map(canonical, ranking)))

    try:
        need(data.keys() == {"version", "types"} and type(data["version"]) is int and data["version"] >= 1)
        types = {of: {name: field(given) for name, given in fields.items()} for of, fields in data["types"].items()}
        return MergeTable(data["version"], types)
    except (KeyError, TypeError, AttributeError) as failure:
        raise ValueError(f"no merge table: {failure!r}") from failure


# One line for the fields of one kind: entity type, kind, fields; a cautious field with its ranking.
_TABLE = """
body contested legalName address siren nda qualiopi actionCategories
body latest phone planningNote
body/site contested name address closed
situation contested subject observed on proofDue answer
situation text note
dossier contested profile validFrom certificateEnd
dossier latest planningNote
dossier journal communications
title machine standing
title contested since
audit machine stage
audit contested kind mode days startedOn lead scope guide unplanned pack
audit set team sites samples documents
audit journal interviews
audit text summary
audit/sheet contested heldOn representative
audit/sheet set participants announced
audit/sheet text remarks
audit/item cautious grade: major > minor > conform > not-applicable > not-audited
audit/item text comment
audit/item contested lack
audit/point cautious grade: serious-gap > gap > conform > not-applicable
audit/point text comment
audit/observation text text
audit/observation contested indicator site sample
audit/evidence contested title dated shownBy held file site
audit/evidence set indicators
audit/device contested done
audit/report machine stage
audit/report text reservations
nonconformity machine stage
nonconformity contested indicator grade origin raisedOn
nonconformity text plan note
decision contested audit outcome motive
proposal contested kind audit
proposal set gaps
proposal text grounds
assignment set streams
person contested name active
person set roles
device contested user publicKey revoked
"""


def _built_in():
    types = {}
    for line in _TABLE.strip().splitlines():
        words, _, ranking = line.partition(": ")
        entity_type, kind, *fields = words.split()
        ranked = tuple(canonical(value) for value in ranking.split(" > ")) if ranking else ()
        types.setdefault(entity_type, {}).update({name: Field(kind, ranked) for name in fields})
    return MergeTable(1, types)


TABLE = _built_in()
