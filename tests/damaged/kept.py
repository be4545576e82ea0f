"""What a killed program left, damaged by chance: journal, lines, the whole state, files that are gone."""

from pathlib import Path
from random import Random

from duty_desktop.document import About, DocumentError, Journal, document_bytes, recoverable
from duty_desktop.document.journal import data_of, line_of
from duty_desktop.estimate.edits import LineEdit
from duty_desktop.gui.recovering import recovered
from duty_desktop.tariff.law import Law
from tests.damaged.documents import damaged_document
from tests.damaged.nasty import with_other_bytes, with_other_value
from tests.damaged.using import USED, die, is_clear, look_at
from tests.unit.document.conftest import SOURCE, edited

EDITS = tuple(LineEdit("note", (line,), (f"note {line}",)) for line in range(4))


def became_of_kept(seed: int, law: Law, folder: Path) -> str:
    """USED, or the code of what is told. Raises AssertionError, or whatever the program should not raise.

    What cannot be offered is still there, to its last byte.
    """
    random = Random(seed)
    journal = Journal(folder, document_bytes(edited(law), [SOURCE])[0], About(None, "x"))
    for edit in EDITS:
        journal.append(edit)
    die(journal)
    _damage(seed, random, law, folder)
    before = _contents(folder)
    promised = any(b"\n" in content for name, content in before.items() if name.endswith(".journal"))
    found = recoverable(folder)
    told = [is_clear(finding, str(folder)) for finding in found.findings]
    for recovery in found.recoveries:
        assert recovery.is_whole or told == ["recovery-in-part"]
        try:
            made = recovered(recovery, law)
        except DocumentError as error:
            assert _contents(folder) == before
            return is_clear(error.finding, str(folder))
        look_at(made.worksheet)
        recovery.discard()
        assert recovery.is_whole or _contents(folder) == before
        return USED
    assert bool(told) == promised
    assert not promised or _contents(folder) == before
    return told[0] if told else "nothing was kept"


def _damage(seed: int, random: Random, law: Law, folder: Path) -> None:
    (base,), (journal,) = folder.glob("*.base"), folder.glob("*.journal")
    match random.randrange(6):
        case 0:
            base.write_bytes(damaged_document(seed, law))
        case 1:
            random.choice((base, journal)).unlink()
        case 2:
            journal.write_bytes(with_other_bytes(journal.read_bytes(), random))
        case _:
            lines = journal.read_bytes().splitlines(keepends=True)
            at = random.randrange(len(lines))
            lines[at] = _line(with_other_value(data_of(lines[at]), random))
            journal.write_bytes(b"".join(lines))


def _line(data: object) -> bytes:
    try:
        return line_of(data)
    except UnicodeEncodeError:
        return b"half a character\n"


def _contents(folder: Path) -> dict[str, bytes]:
    return {
        path.name: path.read_bytes() for path in folder.rglob("*") if path.suffix in (".base", ".journal")
    }
