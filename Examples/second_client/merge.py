"""The state of a stream as a function of the set of its changes (model.md, "Merge")."""

from dataclasses import dataclass, field
from functools import cached_property

from . import names
from .change_line import kind_of
from .json_spelling import canonical
from .merge_table import Field
from .text_merge import merge as merge_texts

REGISTERS = ("latest", "contested", "cautious", "text", "machine")


@dataclass(frozen=True)
class Step:
    """One step of a change, where it stands."""

    change: object
    place: int
    kind: str
    body: dict

    @property
    def id(self):
        return self.change.name

    @cached_property
    def order(self):
        """Display order: time, replica, seq, place."""
        return self.change.time, self.change.replica, self.change.seq, self.place

    @property
    def entity(self):
        return self.body["on"] if "on" in self.body else self.body[self.kind]

    @cached_property
    def value(self):
        """The canonical bytes of what is written, added, removed or appended."""
        return canonical(self.body["to"] if "to" in self.body else self.body["value"])


@dataclass
class Conflict:
    base: list
    reason: str
    values: list


@dataclass
class FieldState:
    kind: str
    shown: object = None
    conflict: Conflict | None = None
    entries: list = field(default_factory=list)
    heads: list = field(default_factory=list)
    late: list = field(default_factory=list)
    unread: bool = False
    # For whoever writes next: the heads as steps, and of a set the additions that keep each value in.
    head_steps: list = field(default_factory=list)
    additions: dict = field(default_factory=dict)


@dataclass
class EntityState:
    fields: dict = field(default_factory=dict)
    frozen: dict | None = None
    lapses: list = field(default_factory=list)
    deleted: bool = False
    disputed: list = field(default_factory=list)
    requests: list = field(default_factory=list)
    # For whoever writes next: the heads among deletions and restorations.
    life_heads: list = field(default_factory=list)


@dataclass
class StreamState:
    stream: str
    table: object
    entities: dict
    rulings: dict
    unknown: list

    def hidden(self, entity):
        """Whether the entity is deleted or lies below one that is."""
        return any(self.entities[above].deleted for above in names.path(entity) if above in self.entities)


def inside(vector, change):
    return vector.get(change.replica, 0) >= change.seq


def uncovered(steps):
    """Those that no other names in `over`; what names itself covers nothing."""
    covered = {name for step in steps for name in step.body["over"] if name != step.id}
    return [step for step in steps if step.id not in covered]


def overwritten_by_none(counted, written):
    """Heads (model.md, "Merge"): what no other counted write names, unless it descends from that one itself."""
    if not _has_circle(written):
        return uncovered(counted)
    by_id = {step.id: step for step in written}
    return [
        step for step in counted
        if not any(step.id in other.body["over"] and other.id not in _lineage(step.id, by_id) for other in counted)
    ]


def _lineage(start, by_id):
    """A write and all it descends from by `over`."""
    found, open_ids = set(), [start]
    while open_ids:
        name = open_ids.pop()
        if name in by_id and name not in found:
            found.add(name)
            open_ids += by_id[name].body["over"]
    return found


def _has_circle(written):
    """Whether writes name each other round a circle: taking away what nobody left names then leaves some."""
    left = {step.id: set(step.body["over"]) for step in written}
    while left:
        named = set().union(*left.values())
        free = [name for name in left if name not in named]
        if not free:
            return True
        for name in free:
            del left[name]
    return False


def ascending(ids):
    return sorted(ids, key=names.change_order)


class _Fold:
    def __init__(self, stream, changes, table):
        self.stream = stream
        self.table = table
        self.entities = {}
        self.rulings = {}
        self.unknown = set()
        self.by_field = {}
        self.by_entity = {}
        self.below = {}
        for change in {change.name: change for change in changes}.values():
            for place, body in enumerate(change.ops):
                self.take(Step(change, place, kind_of(body), body))

    def take(self, step):
        if step.kind is None:
            self.unknown.add(step.id)
        elif step.kind == "rule":
            self.rulings.setdefault(step.body["rule"], []).append(step)
        elif step.kind != "erase":
            self.by_entity.setdefault(step.entity, {}).setdefault(step.kind, []).append(step)
            if step.kind in ("set", "state", "add", "remove", "append"):
                self.by_field.setdefault(step.entity, {}).setdefault(step.body[step.kind], []).append(step)
            if step.kind != "delete":
                for above in names.path(step.entity):
                    self.below.setdefault(above, []).append(step)

    def run(self):
        holds = {entity: self.hold(steps) for entity, steps in self.by_entity.items()}
        for entity, steps in self.by_entity.items():
            over_it = [holds[above] for above in names.path(entity) if holds.get(above) is not None]
            state = EntityState(frozen=_together(over_it) if over_it else None)
            state.lapses = _pairs(steps.get("lapse", ()))
            state.requests = [step.id for step in sorted(steps.get("request", ()), key=lambda step: step.order)]
            self.live(entity, steps, state)
            for name, written in self.by_field.get(entity, {}).items():
                state.fields[name] = self.field(entity, name, written, state.frozen)
            self.entities[entity] = state
        rulings = {}
        for request, found in self.rulings.items():
            rulings[request] = min(found, key=lambda step: (names.change_order(step.id), step.place))
        return StreamState(self.stream, self.table, self.entities, rulings, ascending(self.unknown))

    def hold(self, steps):
        """What the freezes of one entity hold together (model.md, "Freeze"); None when none is in force."""
        thawed = {name for step in steps.get("thaw", ()) for name in step.body["over"]}
        in_force = [step.body["at"] for step in steps.get("freeze", ()) if step.id not in thawed]
        return _together(in_force) if in_force else None

    def live(self, entity, steps, state):
        """Deletions and restorations (model.md, "Deletion")."""
        written = steps.get("delete", []) + steps.get("restore", [])
        on_time, too_late = _partition(written, state.frozen)
        heads = uncovered(on_time)
        # A late deletion stays disputed until a restore names it; that restore is late itself on a frozen entity.
        answered = {name for step in on_time for name in step.body["over"] if name != step.id}
        answered |= {name for step in steps.get("restore", ()) for name in step.body["over"]}
        late = [step for step in too_late if step.kind == "delete" and step.id not in answered]
        state.life_heads = heads + late
        touches, _ = _partition(self.below.get(entity, ()), state.frozen)
        disputed = late
        for deletion in heads:
            if deletion.kind == "delete":
                if _sees_all(deletion, touches):
                    state.deleted = True
                else:
                    disputed = disputed + [deletion]
        state.disputed = ascending(step.id for step in disputed)

    def field(self, entity, name, written, frozen):
        known = self.table.field(names.entity_type(entity), name) or Field(_kind_unknown(written))
        state = FieldState(known.kind)
        if known.kind == "journal":
            entries = sorted((step for step in written if step.kind == "append"), key=lambda step: step.order)
            state.shown = [step.body["value"] for step in entries] or None
            state.entries = [step.id for step in entries]
            return state
        if known.kind == "set":
            fitting = [step for step in written if step.kind in ("add", "remove")]
        elif known.kind == "machine":
            fitting = [step for step in written if step.kind == "state"]
            frozen = None
        else:
            fitting = [step for step in written if step.kind in ("set", "state")]
        counted, too_late = _partition(fitting, frozen)
        if known.kind == "set":
            # A change stands once for each value it adds late and once for each it removes late.
            state.late = ascending(name for name, _, _ in {(step.id, step.kind, step.value) for step in too_late})
            _show_set(state, counted)
        else:
            state.late = ascending(step.id for step in too_late)
            _show_register(state, known, counted, fitting)
        return state


def _partition(steps, frozen):
    """The steps that count, and the late ones outside the freeze."""
    counted, late = [], []
    for step in steps:
        (counted if frozen is None or inside(frozen, step.change) else late).append(step)
    return counted, late


def _together(vectors):
    """What any of the vectors holds."""
    total = {}
    for vector in vectors:
        for replica, seq in vector.items():
            total[replica] = max(seq, total.get(replica, 0))
    return total


def _pairs(lapses):
    pairs = {canonical([step.body["lapse"], step.body["due"]]): step for step in lapses}
    return [[pairs[key].body["lapse"], pairs[key].body["due"]] for key in sorted(pairs)]


def _sees_all(deletion, touches):
    own, seen = deletion.change, deletion.body["seen"]
    return all(
        inside(seen, touch.change) or (touch.change.replica == own.replica and touch.change.seq <= own.seq)
        for touch in touches
    )


def _kind_unknown(written):
    """The kind of a field the schema does not know."""
    kinds = {step.kind for step in written}
    return "journal" if "append" in kinds else "set" if kinds & {"add", "remove"} else "contested"


def _show_set(state, counted):
    removed = {(step.value, name) for step in counted if step.kind == "remove" for name in step.body["over"]}
    alive = {}
    for step in counted:
        if step.kind == "add" and (step.value, step.id) not in removed:
            alive.setdefault(step.value, []).append(step)
    state.shown = [alive[value][0].body["value"] for value in sorted(alive)] or None
    state.additions = {value: ascending({step.id for step in steps}) for value, steps in alive.items()}


def _show_register(state, known, counted, written):
    heads = sorted(overwritten_by_none(counted, written), key=lambda step: step.order)
    state.head_steps = heads
    state.heads = ascending(step.id for step in heads)
    if not heads:
        return
    state.shown = heads[-1].body["to"]
    distinct = list({step.value: step.body["to"] for step in heads}.values())
    if len(distinct) < 2 or known.kind in ("latest", "machine"):
        return
    base = bases(heads, written)
    reason = "concurrent-values"
    if known.kind == "cautious":
        gravest = min(_lightness(known, step) for step in heads)
        state.shown = [step for step in heads if _lightness(known, step) == gravest][-1].body["to"]
    elif known.kind == "text":
        merged = _merged(base, distinct)
        if merged is not None:
            state.shown, state.unread = merged, True
            return
        reason = "overlapping-text"
    state.conflict = Conflict([step.id for step in base], reason, distinct)


def _lightness(known, step):
    """0 for a value the ranking does not know, then the ranking, `null` last."""
    if step.body["to"] is None:
        return len(known.gravest_first) + 1
    if step.value not in known.gravest_first:
        return 0
    return known.gravest_first.index(step.value) + 1


def bases(heads, written):
    """The nearest writes, late ones too, that all heads descend from by `over`, ascending by id."""
    by_id = {step.id: step for step in written}
    common = None
    for head in heads:
        ancestors = _lineage(head.id, by_id)
        common = ancestors if common is None else common & ancestors
    nearest = uncovered([by_id[name] for name in common])
    return sorted(nearest, key=lambda step: names.change_order(step.id))


def _merged(base, values):
    if len(base) > 1:
        return None
    texts = ["" if value is None else value for value in [*(step.body["to"] for step in base), *values]]
    if not all(isinstance(text, str) for text in texts):
        return None
    return merge_texts(texts[0], texts[1:]) if base else merge_texts("", texts)


def fold(stream, changes, table):
    """The state of the stream that this set of changes has, whatever their order."""
    return _Fold(stream, changes, table).run()
