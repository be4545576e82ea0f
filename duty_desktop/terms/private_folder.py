"""The program's own folders: what lies in them names business partners, so nobody but their owner enters."""

import contextlib
from pathlib import Path

_OWNER_ONLY = 0o700


def private_folder(path: Path) -> Path:
    """The folder, made when it is missing, entered by its owner only. Raises OSError.

    Folders above it that are missing are made in the same way, as the XDG specification asks for. One that is
    open to others, as older versions of the program left it, is closed to them; the owner's rights stay.
    """
    missing = [one for one in (path, *path.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir(mode=_OWNER_ONLY, exist_ok=True)
    if not missing:
        with contextlib.suppress(OSError):  # somebody else's, or a system without such permissions
            path.chmod(path.stat().st_mode & _OWNER_ONLY)
    return path
