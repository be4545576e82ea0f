"""Layouts that a person chose, kept for the next file with the same headings, for window and commands."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from duty_desktop.invoice.layouts import layout_as_json, layout_fingerprint, layout_from_json
from duty_desktop.lines.reading import Layout
from duty_desktop.terms.findings import Finding, Severity
from duty_desktop.terms.private_folder import private_folder
from duty_desktop.terms.refusals import refusal_of
from duty_desktop.terms.whole_file import write_whole

APPLICATION = "Duty Desktop"
FORM = 1
_FILE, _DAMAGED = "layouts.json", "layouts-damaged.json"


@dataclass(frozen=True, slots=True)
class RememberedLayout:
    """A layout with the name a person gave it."""

    name: str
    layout: Layout

    @property
    def fingerprint(self) -> str:
        """By which the headings of a file are recognised."""
        return layout_fingerprint(self.layout)


def layouts_file() -> Path:
    """Where layouts are kept: in the user's own folder of settings."""
    import platformdirs

    return platformdirs.user_config_path(APPLICATION, appauthor=False) / _FILE


class NewerLayoutsError(OSError):
    """The file of layouts is of a newer version of the program, and stays as it is."""

    def __init__(self) -> None:
        super().__init__("it is of a newer version of the program")


def remembered_layouts(path: Path | None = None) -> tuple[RememberedLayout, ...]:
    """The layouts kept, the latest first; none when there is no such file or it cannot be understood."""
    try:
        return _kept(path or layouts_file())
    except (OSError, ValueError):
        return ()


def kept_layouts(path: Path | None = None) -> tuple[RememberedLayout, ...]:
    """The layouts kept, for who is about to write them anew; none when they cannot be understood.

    Raises OSError where nothing is known of them: whoever wrote then would lose them.
    """
    try:
        return _kept(path or layouts_file())
    except ValueError:
        return ()


def layouts_problem(path: Path | None = None) -> Finding | None:
    """What is wrong with the file of layouts: it is there, but cannot be read or understood."""
    place = path or layouts_file()
    try:
        _kept(place)
    except NewerLayoutsError:
        why = "are of a newer version of the program and stay as they are"
        remedy = "Update the program to use them and to remember others."
    except OSError as error:
        why = f"cannot be read: {refusal_of(error, reading=True).why}"
        remedy = "Files are read without them."
    except ValueError:
        why = "cannot be understood; files are read without them"
        remedy = f"The next layout you choose starts a new file; the old one stays beside it as {_DAMAGED}."
    else:
        return None
    message = f"The remembered layouts in “{place}” {why}."
    return Finding("layouts-not-readable", message, remedy, Severity.NOTICE)


def _kept(place: Path) -> tuple[RememberedLayout, ...]:
    """The layouts in a file; none without one. Raises OSError, or ValueError when they make no sense."""
    try:
        content = place.read_bytes()
    except FileNotFoundError:
        return ()
    try:
        data = json.loads(content)
        form = data["form"]
        if type(form) is int and form > FORM:
            raise NewerLayoutsError
        if form != FORM:
            raise ValueError("a form that never was")
        json.dumps(data, ensure_ascii=False).encode()  # half a character could not be written again
        return tuple(_from_data(item) for item in data["layouts"])
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError("no file of layouts") from error


def by_fingerprint(kept: Iterable[RememberedLayout]) -> dict[str, Layout]:
    """The layouts by what a file is recognised by."""
    return {one.fingerprint: one.layout for one in kept}


def can_be_remembered(layout: Layout) -> bool:
    """Only headings tell a layout again."""
    return layout.heading_rows > 0 and any(text for _, text in layout.headings)


def remember(layout: Layout, name: str, path: Path | None = None) -> None:
    """Keep a layout in place of one with the same headings, whose name it takes. Raises OSError."""
    place = path or layouts_file()
    kept = kept_layouts(place)
    own = layout_fingerprint(layout)
    known = next((one.name for one in kept if one.fingerprint == own), name)
    others = [one for one in kept if one.fingerprint != own]
    keep_layouts([RememberedLayout(known, layout), *others], place)


def forget(fingerprint: str, path: Path | None = None) -> None:
    """Keep a layout no longer. Raises OSError."""
    place = path or layouts_file()
    keep_layouts([one for one in kept_layouts(place) if one.fingerprint != fingerprint], place)


def rename(fingerprint: str, name: str, path: Path | None = None) -> None:
    """Give a layout another name. Raises OSError."""
    place = path or layouts_file()
    kept = kept_layouts(place)
    keep_layouts([replace(one, name=name) if one.fingerprint == fingerprint else one for one in kept], place)


def keep_layouts(kept: Sequence[RememberedLayout], path: Path | None = None) -> None:
    """Write the file of layouts; one that could not be understood stays beside it.

    Raises OSError, also when the file there cannot be read now or is of a newer version.
    """
    place = path or layouts_file()
    private_folder(place.parent)
    try:
        _kept(place)
    except ValueError:
        place.replace(place.with_name(_DAMAGED))
    data = {"form": FORM, "layouts": [{"name": one.name, **layout_as_json(one.layout)} for one in kept]}
    write_whole(place, json.dumps(data, ensure_ascii=False, indent=1).encode())


def _from_data(item: object) -> RememberedLayout:
    if not isinstance(item, Mapping) or not isinstance(item.get("name"), str):
        raise ValueError("a remembered layout needs a name")
    return RememberedLayout(item["name"], layout_from_json(item))
