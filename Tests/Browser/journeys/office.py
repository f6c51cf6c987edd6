"""What the office finds in the morning: the two days of the story, bodies two clerks named differently, and hostile text."""

from field_day import body as bodies
from field_day.story import COLLEAGUE, LEAD, OFFICE, FieldDay

SECOND = "second-bureau"
PHRASE = "trombone-classeur-tampon"
# Every kind of markup somebody might try; what runs it would set a mark on the window.
HOSTILE = "<script>window.hostile=1</script><img src=x onerror=window.hostile=1>\"'`{{7*7}}]]|javascript:window.hostile=1"


def siren(stem):
    """A fictional SIREN: eight digits and their check digit (Luhn)."""
    total = sum(digit if place % 2 == 0 else sum(divmod(2 * digit, 10)) for place, digit in enumerate(map(int, stem)))
    return stem + str(-total % 10)


NAMED_APART = [siren(f"9992000{number}") for number in range(1, 7)]
HOSTILE_BODY = siren("99930001")


class Office:
    def __init__(self, world):
        self.w = world
        self.bodies = 0
        self.day = FieldDay(world, bodies.fictional(), (COLLEAGUE, LEAD))

    def prepare(self, hostile=True):
        w, day = self.w, self.day
        day.tell()
        w.chapter("La matinée du service certification")
        w.clock = "2026-05-15T06:30:00Z"
        day.reopen_server()
        second = w.office("user", "add", "--name", "Service certification, second poste", "--role", "office")["user"]
        day.users[SECOND] = second
        day.join(SECOND)
        for number in NAMED_APART:
            w.constat(OFFICE, "dossier", "open", "qualiopi", number, "--category", "AF")
        if hostile:
            self.hostile()
        for laptop in (OFFICE, SECOND):
            w.constat(laptop, "sync")
        for laptop, word in ((OFFICE, "FORMATION"), (SECOND, "FORMATIONS")):
            for place, number in enumerate(NAMED_APART):
                w.constat(laptop, "body", "correct", number, "legalName", f"{word} FICTIVE {place + 1}", "--motive",
                          "courrier reçu")
        if hostile:
            for laptop, letter in ((OFFICE, "A"), (SECOND, "B")):
                w.constat(laptop, "body", "correct", HOSTILE_BODY, "legalName", HOSTILE + letter, "--motive", HOSTILE)
        for laptop in (OFFICE, SECOND, OFFICE):
            w.constat(laptop, "sync")
        # A change seen on site that the register does not confirm.
        w.constat(LEAD, "sync")
        w.constat(LEAD, "situation", "observe", "name", "Campus fictif des ateliers", "--proof", "kbis",
                  "--body", day.body.siren, "--note", "plaque neuve à l'entrée")
        w.constat(LEAD, "sync")
        for login, profile in (("bureau", OFFICE), ("second", SECOND), ("responsable", LEAD)):
            w.office("user", "password", day.users[profile], "--login", login, typed=PHRASE + "\n")

    def another_body(self):
        """A body nobody has written about yet, with a dossier."""
        self.bodies += 1
        number = siren(f"99940{self.bodies:03}")
        self.w.constat(OFFICE, "dossier", "open", "qualiopi", number, "--category", "AF")
        return number

    def hostile(self):
        """Hostile text in every field people write."""
        w, day = self.w, self.day
        w.constat(OFFICE, "dossier", "open", "qualiopi", HOSTILE_BODY, "--category", "AF", "--valid-from", "2024-11-15")
        w.constat(OFFICE, "body", "correct", HOSTILE_BODY, "legalName", HOSTILE, "--motive", HOSTILE)
        dossier = f"dossier.qualiopi.{HOSTILE_BODY}"
        w.constat(OFFICE, "nonconformity", "add", "--dossier", dossier, "--indicator", "9", "--grade", "minor",
                  "--raised-on", "2024-10-08", "--note", HOSTILE)
        audit = w.constat(
            OFFICE, "audit", "plan", dossier, "--kind", "surveillance", "--from", "2026-05-18", "--to", "2026-05-18",
            "--lead", day.users[LEAD], "--team", day.users[LEAD], "--site", f"siege={HOSTILE}", "--sample",
            f"un={HOSTILE}",
        )["audit"]
        w.constat(OFFICE, "sync")
        w.office("assign", day.users[LEAD], dossier, f"organisation.{HOSTILE_BODY}")
        w.constat(LEAD, "sync")
        w.constat(LEAD, "audit", "start", audit)
        w.constat(LEAD, "audit", "grade", "1", "minor", "--comment", HOSTILE, "--audit", audit)
        w.constat(LEAD, "observation", "add", "1", "--site", "siege", "--sample", "un", HOSTILE, "--audit", audit)
        w.constat(LEAD, "evidence", "add", HOSTILE, "--shown-by", HOSTILE, "--indicator", "1", "--audit", audit)
        w.constat(LEAD, "interview", "add", "--with", HOSTILE, "--site", "siege", HOSTILE, "--audit", audit)
        w.constat(LEAD, "sheet", "opening", "--held-on", "2026-05-18", "--participant", HOSTILE, "--representative",
                  HOSTILE, "--audit", audit)
        self.hostile_situation = w.constat(
            LEAD, "situation", "observe", "director", HOSTILE, "--proof", HOSTILE, "--note", HOSTILE, "--body",
            HOSTILE_BODY,
        )["situation"]
        w.constat(LEAD, "sync")
        self.hostile_audit = audit
        self.hostile_dossier = dossier

    def terminal_divergences(self, profile=SECOND):
        """How many divergences a terminal client shows after a sync."""
        self.w.constat(profile, "sync")
        return len(self.w.constat(profile, "divergence", "list")["divergences"])
