"""What a person writes: the steps of one change from the state this device shows."""

from . import names
from .json_spelling import canonical


class Unusable(Exception):
    """What was asked for cannot be written; the text says why."""


def restores(state, entity):
    """The restorations that writing on this entity takes: of itself and of what it lies below."""
    steps = []
    for above in names.path(entity):
        held = state.entities.get(above)
        if held is not None and held.deleted:
            steps.append(restore_step(state, above))
    return steps


def restore_step(state, entity):
    held = state.entities.get(entity)
    if held is None or not (held.deleted or held.disputed):
        raise Unusable(f"{entity} is not deleted")
    return {"restore": entity, "over": _ids(held.life_heads)}


def _ids(steps):
    return sorted({step.id for step in steps}, key=names.change_order)


def set_steps(state, user, entity, field, value, motive):
    """Without a motive, someone who meets several values names only their own heads (model.md, "settling")."""
    held = state.entities.get(entity)
    known = held.fields.get(field) if held else None
    heads = known.head_steps if known else []
    if known and known.kind != "text" and motive is None and len({step.value for step in heads}) > 1:
        heads = [step for step in heads if step.change.by == user]
    step = {"set": field, "on": entity, "to": value, "over": _ids(heads)}
    return restores(state, entity) + [step | ({"motive": motive} if motive else {})]


def add_steps(state, entity, field, value):
    return restores(state, entity) + [{"add": field, "on": entity, "value": value}]


def remove_steps(state, entity, field, value):
    held = state.entities.get(entity)
    additions = held.fields[field].additions.get(canonical(value)) if held and field in held.fields else None
    if not additions:
        raise Unusable(f"{field} of {entity} does not hold this value")
    return restores(state, entity) + [{"remove": field, "on": entity, "value": value, "over": additions}]


def append_steps(state, entity, field, value, answers):
    step = {"append": field, "on": entity, "value": value}
    return restores(state, entity) + [step | ({"answers": answers} if answers else {})]


def delete_steps(state, seen, entity):
    held = state.entities.get(entity)
    return [{"delete": entity, "seen": seen, "over": _ids(held.life_heads) if held else []}]


def request_steps(state, seen, entity, act):
    return [{"request": act, "on": entity, "seen": seen}]


def write(store, stream, make):
    """One change of the steps `make` gives for the state, on the disk when this returns; its name."""
    with store.transaction():
        if store.is_coming(stream):
            raise Unusable(f"{stream} is not here whole yet: sync first")
        return store.write(stream, make(store.state(stream)))
