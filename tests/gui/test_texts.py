"""Every text of the window and every sentence of the core has its Japanese, with the same values in it."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from duty_desktop.gui import texts
from duty_desktop.gui.texts import JAPANESE, catalogue, finding_text, sentence, speak, tr, trn
from duty_desktop.terms.findings import Finding, Place
from duty_desktop.terms.resources import resource_folder

SOURCE = Path(texts.__file__).parents[1]
WORDLESS = {"Duty Desktop", "MPF", "HMF", "A4"}
SHOWN_BY_QT = frozenset(
    {"setText", "setWindowTitle", "setToolTip", "setPlaceholderText", "setLabelText", "setInformativeText"}
    | {"setTitle", "setAccessibleName", "setAccessibleDescription", "setStatusTip", "showMessage"}
    | {"addAction", "addMenu", "QLabel", "QPushButton", "QAction", "QCheckBox"}
)


@pytest.fixture(autouse=True)
def japanese() -> Iterator[None]:
    speak(JAPANESE)
    yield
    speak(texts.ENGLISH)


def calls(folder: Path) -> Iterator[tuple[Path, ast.Call, str]]:
    """Every call in the sources of a folder, with the name called."""
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield path, node, getattr(node.func, "id", getattr(node.func, "attr", ""))


def window_texts() -> dict[str, str]:
    found: dict[str, str] = {}
    for path, call, name in calls(SOURCE / "gui"):
        if name in ("tr", "trn", "marked"):
            text = call.args[1 if name == "trn" else 0]
            if isinstance(text, ast.Constant):
                found[str(text.value)] = path.name
    return found


def values_in(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


def test_every_text_of_the_window_has_its_japanese_and_none_is_left_over() -> None:
    used, translated = set(window_texts()), set(catalogue(JAPANESE))
    assert used - translated == set()
    assert translated - used == set()


def test_an_english_text_has_one_japanese() -> None:
    with (resource_folder() / "translations" / "ja" / "window.toml").open("rb") as file:
        parts = tomllib.load(file).values()
    found: dict[str, set[str]] = {}
    for part in parts:
        for english, text in part.items():
            found.setdefault(english, set()).add(text)
    assert {english: texts for english, texts in found.items() if len(texts) > 1} == {}


def test_a_translation_holds_the_same_values_and_a_mnemonic_where_english_has_one() -> None:
    for english, japanese_text in catalogue(JAPANESE).items():
        assert values_in(english) == values_in(japanese_text), english
        assert english.count("&") == japanese_text.count("&"), english


def test_translations_are_japanese() -> None:
    for english, text in catalogue(JAPANESE).items():
        letters = re.sub(r"\{\w+\}|[^A-Za-z]", "", english)
        if letters and english not in WORDLESS and english == text:
            assert not re.search(r"[a-z]{3}", re.sub(r"\{\w+\}", "", english)), english


def test_no_text_reaches_the_screen_untranslated() -> None:
    for path, call, name in calls(SOURCE / "gui"):
        for argument in call.args[:1]:
            if name in SHOWN_BY_QT and isinstance(argument, ast.Constant | ast.JoinedStr):
                words = template(argument) if isinstance(argument, ast.JoinedStr) else str(argument.value)
                shown = re.sub(r"\{\w+\}|<[^>]*>|USD|US\$", "", words)
                assert not re.search(r"[A-Za-z]{2}", shown), f"{path.name}: {words}"


def template(text: ast.expr) -> str:
    """A string of the source with its values as {v0}, {v1} ..."""
    if isinstance(text, ast.Constant):
        return str(text.value)
    assert isinstance(text, ast.JoinedStr)
    parts = (
        str(part.value) if isinstance(part, ast.Constant) else f"{{v{place}}}"
        for place, part in enumerate(text.values)
    )
    return "".join(parts)


def core_sentences() -> Iterator[tuple[str, str]]:
    """The messages and remedies of findings in the sources: (where, an example of the sentence)."""
    for folder in ("invoice", "estimate", "document", "describe", "report", "gui"):
        for path, call, name in calls(SOURCE / folder):
            if name == "problem" and len(call.args) == 4 and is_text(call.args[2]):
                # its message goes on after the name of the file
                yield path.name, f"“file.duty” {example(call.args[2])}."
                sentences = call.args[3:]
            elif name in ("Finding", "refuse", "add", "_note") and _begins_with_code(call):
                sentences = call.args[1:3]
            elif name == "of" and isinstance(call.func, ast.Attribute) and len(call.args) == 3:
                sentences = call.args[2:]
            else:
                continue
            yield from ((path.name, example(text)) for text in sentences if is_text(text))


def is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _begins_with_code(call: ast.Call) -> bool:
    code = call.args[0] if len(call.args) > 1 else None
    if isinstance(code, ast.Constant):
        return isinstance(code.value, str) and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code.value) is not None
    return isinstance(code, ast.IfExp)


def example(text: ast.expr) -> str:
    return re.sub(r"\{v\d+\}", "17", template(text))


@pytest.mark.parametrize(("where", "english"), sorted(set(core_sentences())))
def test_every_sentence_of_a_finding_has_its_japanese(where: str, english: str) -> None:
    if re.search(r"[A-Za-z]{3}", english):
        assert sentence(english) != english, f"{where}: add it to ja/findings.toml"


def test_values_stand_in_the_japanese_sentence() -> None:
    finding = Finding(
        "product-differs",
        "Quantity × unit price is 1,200, but the amount is 1,250.",
        "Check quantity, unit price and amount.",
        place=Place("請求書", 12, "F"),
    )
    assert finding_text(finding) == (
        "数量×単価は1,200ですが、金額は1,250です。（シート「請求書」、12行、F列） "
        "数量・単価・金額を確認してください。"
    )


def test_counts_follow_the_language() -> None:
    assert trn("1 line", "{n} lines", 1) == "1明細"
    speak(texts.ENGLISH)
    assert trn("1 line", "{n} lines", 1) == "1 line"
    assert trn("1 line", "{n} lines", 1200) == "1,200 lines"
    assert tr("row {row}", row=5) == "row 5"
