"""The merge table (model.md, "The merge table"): which kind each field of each entity type is of."""

import json
import pathlib
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


TABLE_FILE = pathlib.Path(__file__).resolve().parents[2] / "Protocol" / "table.json"
TABLE = table_from_data(json.loads(TABLE_FILE.read_text(encoding="utf-8")))
