"""Where a window stands: with its frame within the part of the screen that is free of bars."""

from PySide6.QtCore import QMargins, QRect, QSize


def placed(wanted: QRect, frame: QMargins, available: QRect, least: QSize) -> QRect:
    """The geometry of a window (without its frame) nearest to the one wanted; all of it can be seen.

    A window that is larger than the room even at its `least` size keeps its title in sight.
    """
    room = available.marginsRemoved(frame)
    size = wanted.size().boundedTo(room.size()).expandedTo(least)
    left = max(room.left(), min(wanted.left(), room.right() + 1 - size.width()))
    top = max(room.top(), min(wanted.top(), room.bottom() + 1 - size.height()))
    return QRect(left, top, size.width(), size.height())


def frame_of(geometry: QRect, with_frame: QRect, title_height: int) -> QMargins:
    """The widths of a window's frame; where the system has not told them yet, a usual title alone."""
    if geometry == with_frame:
        return QMargins(0, title_height, 0, 0)
    return QMargins(
        geometry.left() - with_frame.left(),
        geometry.top() - with_frame.top(),
        with_frame.right() - geometry.right(),
        with_frame.bottom() - geometry.bottom(),
    )
