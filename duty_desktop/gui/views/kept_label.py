"""Whether what was entered is safe: kept for recovery, or saved as a file, and when."""

from datetime import datetime

from PySide6.QtWidgets import QLabel, QWidget

from duty_desktop.gui.texts import tr


class KeptLabel(QLabel):
    """Empty until there is something to keep."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quiet")
        self._time, self._is_saved = "", False

    def tell_kept(self) -> None:
        """Every change is on the disk."""
        self._tell(is_saved=False)

    def tell_saved(self) -> None:
        """The estimate's file holds everything."""
        self._tell(is_saved=True)

    def clear(self) -> None:
        """Another shipment: nothing was entered yet."""
        self._time = ""
        super().clear()

    def retranslate(self) -> None:
        """Take the language shown now."""
        if not self._time:
            return
        if self._is_saved:
            self.setText(tr("Saved at {time}", time=self._time))
            self.setToolTip(tr("The file holds everything."))
        else:
            self.setText(tr("Kept at {time}", time=self._time))
            self.setToolTip(
                tr(
                    "Every change is on the disk and is offered back after a crash; "
                    "Save makes it a file of yours."
                )
            )

    def _tell(self, *, is_saved: bool) -> None:
        self._time, self._is_saved = f"{datetime.now():%H:%M}", is_saved
        self.retranslate()
