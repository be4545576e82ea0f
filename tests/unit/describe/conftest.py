"""A small dictionary of our own and the words of the tariff, made once for all tests of finding."""

from datetime import date
from pathlib import Path

import pytest

from duty_desktop.describe.dictionary import Dictionary, read_dictionary
from duty_desktop.describe.finder import Finder
from duty_desktop.tariff.law import Law

ON = date(2026, 11, 23)

JAPANESE = """\
japanese,english,hs
ブレーキパッド|ブレーキパット,brake pads,8708.30.50|6813.81
自動車,motor vehicles,8703
二輪車,motorcycles,8711
六角ボルト,hexagon bolts|bolts,7318.15
ステンレス,stainless steel,
アルミ|アルミニウム,aluminum,
鋼,steel,
ブリ,yellowtail,0302.89
板,plates|sheets,
ボルト,bolts,7318.15
軸受|ベアリング,bearings,8482
玉軸受,ball bearings,8482.10
緑茶|日本茶,green tea,0902.10|0902.20
角パイプ,square tubes of steel,7306.61
車輪|ホイール,wheels,8708.70
モーター,electric motors,8501
セット,set,
"""
GOODS = """\
english,means,hs
windscreen|windshield,safety glass for vehicles,7007.11|7007.21
spanner,wrench,8204.11
cylinder head gasket,gaskets,8484.10
gasket,gaskets,8484
u bolt|all thread,bolts,7318.15
"""
SHORT = """\
short,means,beside
BRG,bearing,
ASSY,assembly,
FR,front,
W/S,windshield,glass|seal
HEX,hexagon,
"""


def write_dictionary(folder: Path) -> Path:
    """The three kinds of files of a dictionary, in a folder."""
    for name, text in (
        ("japanese/goods.csv", JAPANESE),
        ("english/goods.csv", GOODS),
        ("english/abbreviations.csv", SHORT),
    ):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Dictionary:
    return read_dictionary(write_dictionary(tmp_path_factory.mktemp("words")))


@pytest.fixture(scope="session")
def finder(law: Law, cache: Path, small: Dictionary) -> Finder:
    return Finder(law, cache=cache, dictionary=small)


@pytest.fixture(scope="session")
def law_finder(law: Law, cache: Path) -> Finder:
    """With the program's own dictionary."""
    return Finder(law, cache=cache)
