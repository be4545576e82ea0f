"""Writing a table that a command made."""

import os
import tempfile
from pathlib import Path

from duty_desktop.cli.exit_codes import CommandError


def write_whole(path: Path, text: str) -> None:
    """Put the whole file in its place at once: it is either complete or not there. Raises CommandError."""
    try:
        handle, name = tempfile.mkstemp(dir=path.absolute().parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
                file.write(text)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise CommandError(f"{path} could not be written: {error.strerror or error}.") from error
