"""The Qt release in use does not lose references to None (6.12.0 does on Python 3.11, and aborts)."""

import sys

from PySide6.QtCore import QObject


def test_calls_that_return_nothing_keep_the_references_to_none() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1_000):
        thing.setObjectName("line")
    assert sys.getrefcount(None) > before - 100
