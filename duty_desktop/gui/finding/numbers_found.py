"""What a search for the numbers of a whole shipment left to a person, in groups of lines alike."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from duty_desktop.estimate.edits import LineEdit
from duty_desktop.estimate.proposals import Proposal
from duty_desktop.terms.text import NO_TEXT, Text

if TYPE_CHECKING:
    from duty_desktop.describe.whole_invoice import NumbersFound
    from duty_desktop.estimate.worksheet import Worksheet

_PERCENT = 100
_CANDIDATES = 5  # of a group to choose for: their duty is shown as a range


class Kind(Enum):
    """What a person does about a group: confirm proposed numbers, choose one, check the one that stands."""

    PROPOSED = 0
    ASKED = 1
    DOUBTFUL = 2


@dataclass(frozen=True, slots=True)
class Group:
    """Lines alike. `number` (digits) is the proposed or the likeliest one, "" when there is none.

    `percent` says how sure it is; `why` where it comes from, or why the lines are asked about. `others` are
    further numbers to choose from.
    """

    kind: Kind
    description: str
    lines: tuple[int, ...]
    number: str
    percent: int | None = None
    evidence: str = ""
    why: Text = NO_TEXT
    others: tuple[str, ...] = ()


class Leftovers:
    """The groups to ask and to check of the last search, without the lines that changed since.

    Not `searched`: only the numbers that stand were checked.
    """

    def __init__(self, worksheet: "Worksheet", found: "NumbersFound", *, searched: bool = True) -> None:
        self._worksheet = worksheet
        self.searched = searched
        asked = [
            Group(
                Kind.ASKED,
                one.description,
                one.lines,
                one.found.candidates[0].number if one.found.candidates else "",
                round(one.found.confidence * _PERCENT),
                why=one.reason,
                others=tuple(other.number for other in one.found.candidates[1:_CANDIDATES]),
            )
            for one in found.asked
        ]
        self._groups = asked + _alike(
            Group(
                Kind.DOUBTFUL,
                worksheet.table.description[one.line],
                (one.line,),
                one.proposals[0].number if one.proposals else "",
                why=one.reason,
                others=tuple(other.number for other in one.proposals[1:]),
            )
            for one in found.doubtful
        )
        lines = {line for group in self._groups for line in group.lines}
        self._texts = {line: worksheet.text("hts", line) for line in lines}

    def groups(self, worksheet: "Worksheet") -> list[Group]:
        """What is still to be done in this worksheet."""
        if worksheet is not self._worksheet:
            return []
        return [
            replace(one, lines=lines)
            for one in self._groups
            if (lines := tuple(line for line in one.lines if self._is_as_it_was(line)))
        ]

    def dismiss(self, lines: Collection[int]) -> None:
        """Ask no more about these lines."""
        for line in lines:
            self._texts.pop(line, None)

    def _is_as_it_was(self, line: int) -> bool:
        return self._texts.get(line) == self._worksheet.text("hts", line)


def proposed_groups(proposals: Mapping[int, Proposal], descriptions: list[str]) -> list[Group]:
    """The proposals of a worksheet: those with one number for goods that are said alike stand together."""
    groups = _alike(
        Group(Kind.PROPOSED, descriptions[line], (line,), one.number, one.percent, one.evidence)
        for line, one in sorted(proposals.items())
    )
    return sorted(groups, key=lambda group: (group.percent or 0, group.lines))


def edit_of(found: "NumbersFound", worksheet: "Worksheet") -> LineEdit:
    """The edit that fills in what was found; a person's own digits are not written over."""
    filled = [
        one
        for one in found.filled
        if not (worksheet.is_edited("hts", one.line) and worksheet.text("hts", one.line))
    ]
    return LineEdit(
        "hts",
        tuple(one.line for one in filled),
        tuple(
            Proposal(one.number, one.evidence.value, int(one.confidence * _PERCENT)).text for one in filled
        ),
    )


def _alike(single: Iterable[Group]) -> list[Group]:
    """Groups of one line put together where number and goods are alike, sizes and part numbers aside."""
    together: dict[tuple[str, str, str, str], list[Group]] = {}
    for one in single:
        key = one.number, one.evidence, one.why.en, _gist(one.description)
        together.setdefault(key, []).append(one)
    return [
        replace(
            groups[0],
            lines=tuple(line for one in groups for line in one.lines),
            percent=min((one.percent for one in groups if one.percent is not None), default=None),
        )
        for groups in together.values()
    ]


def _gist(description: str) -> str:
    return "".join(sign for sign in description.casefold() if sign.isalpha())
