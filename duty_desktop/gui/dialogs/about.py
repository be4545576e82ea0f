"""About the program: version, edition of the law, every shipped part with its licence, its folders."""

import platform
from collections.abc import Iterator
from html import escape
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QDialog, QWidget

from duty_desktop import __version__
from duty_desktop.gui.dialogs.pages import show_page
from duty_desktop.gui.folders import data_folder
from duty_desktop.gui.settings import store
from duty_desktop.gui.texts import marked, said, tr
from duty_desktop.tariff.law import Law

PARTS = (
    ("PySide6_Essentials", "LGPL-3.0-only"),
    ("shiboken6", "LGPL-3.0-only"),
    ("pandas", "BSD-3-Clause"),
    ("numpy", "BSD-3-Clause"),
    ("python-dateutil", "BSD-3-Clause"),
    ("tzdata", "Apache-2.0"),
    ("openpyxl", "MIT"),
    ("et_xmlfile", "MIT"),
    ("python-calamine", "MIT"),
    ("XlsxWriter", "BSD-2-Clause"),
    ("msoffcrypto-tool", "MIT"),
    ("cryptography", "Apache-2.0 or BSD-3-Clause"),
    ("cffi", "MIT-0"),
    ("pycparser", "BSD-3-Clause"),
    ("olefile", "BSD-2-Clause"),
    ("charset-normalizer", "MIT"),
    ("RapidFuzz", "MIT"),
    ("platformdirs", "MIT"),
    ("psutil", "BSD-3-Clause"),
)
_STAYS = marked(
    "Everything stays on this computer: the program opens no connection. Printing is the system’s."
)
_FONTS = ("BIZ UDGothic (DutyDesktop Gothic, DutyDesktop Text)", "OFL-1.1")


def show_about(parent: QWidget, law: Law) -> QDialog:
    """Show the page."""
    rows = "".join(
        f"<tr><td style='padding-right:24px'>{escape(name)}</td>"
        f"<td style='padding-right:24px'>{escape(number)}</td><td>{escape(licence)}</td></tr>"
        for name, number, licence in shipped_parts()
    )
    folders = "<br>".join(escape(str(path)) for path in (data_folder(), Path(store().fileName())))
    html = (
        f"<h2>Duty Desktop {__version__}</h2>"
        f"<p>{escape(tr('The US duty on goods of Japan, line by line, with its law.'))}</p>"
        f"<p>{escape(tr('Schedule {edition}', edition=law.edition))}<br>"
        f"{escape(tr('Newest full export of the tariff: HTS {edition}', edition=_newest(law)))}<br>"
        f"{escape(said(law.schedule.coverage.notice))}<br>"
        f"{escape(tr('Estimate, not legal advice.'))} "
        f"{escape(tr(_STAYS))}</p>"
        f"<h4>{escape(tr('Your data and settings'))}</h4><p>{folders}</p>"
        f"<h4>{escape(tr('Licences'))}</h4><p>Duty Desktop: MIT</p><table>{rows}</table>"
    )
    return show_page(parent, "about", tr("About Duty Desktop"), html)


def _newest(law: Law) -> str:
    return law.nomenclature.editions[-1].name


def shipped_parts() -> Iterator[tuple[str, str, str]]:
    """Each part: name, version in use ("" not known), licence."""
    yield "Python", platform.python_version(), "PSF-2.0"
    yield "Qt", str(qVersion()), "LGPL-3.0-only"
    for name, licence in PARTS:
        try:
            number = version(name)
        except PackageNotFoundError:
            number = ""
        yield name, number, licence
    yield _FONTS[0], "", _FONTS[1]
