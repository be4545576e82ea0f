"""What a column 1 rate needs, in Japanese; the tariff package names it in English."""

import re

_UNITS = {
    "barrels": "バレル",
    "cubic meters": "立方メートル",
    "dozens": "ダース",
    "gross": "グロス",
    "kilograms": "キログラム",
    "liters": "リットル",
    "metric tons": "メトリックトン",
    "pairs": "組",
    "pieces": "個",
    "polarimeter degrees": "検糖計の度数",
    "proof liters": "プルーフリットル",
    "square meters": "平方メートル",
}
_MEASURED = {
    "quantity": "数量",
    "clean weight": "洗上げ重量",
    "copper content": "銅含有量",
    "drained weight": "固形量",
    "ethyl alcohol content": "エチルアルコール含有量",
    "lead content": "鉛含有量",
    "magnesium content": "マグネシウム含有量",
    "molybdenum content": "モリブデン含有量",
    "sugar content": "糖度",
    "total sugars": "糖類の総量",
    "tungsten content": "タングステン含有量",
    "weight of contents and container": "内容物と容器の重量",
    "weight of the entire contents": "内容物全体の重量",
}
_WHOLE = {
    "number of gross lines": "グロスライン数",
    "number of jewels": "石数",
    "number of jewels over 7": "7石を超える石数",
    "value of the apparatus": "機器の価額",
    "value of the battery": "電池の価額",
    "value of the case": "ケースの価額",
    "value of the case and the strap, band or bracelet": "ケースとバンドの価額",
    "value of the lead content": "鉛含有分の価額",
    "value of the movement": "ムーブメントの価額",
    "value of the movement and case": "ムーブメントとケースの価額",
    "value of the rifle": "ライフルの価額",
    "value of the strap, band or bracelet": "バンドの価額",
    "value of the telescopic sight": "望遠照準器の価額",
    "the article of the set that has the highest rate": "セット中で税率が最も高い物品",
    "the duty for the complete movement": "完成ムーブメントの税額",
    "the number of the article of which it is a part or accessory": "部分品・附属品の本体となる物品の番号",
    "the number of the complete, assembled movement": "組み立てた完成ムーブメントの番号",
    "the rate of each article on its own": "各物品の単独での税率",
    "the rates of the garments in the ensemble, each entered separately": "アンサンブルの各衣類の税率",
    "a person who reads its text": "税率の条文を読んだ上での判断",
}
_REFERENCES = (
    (r"the number of the natural juice in heading (\d+)", r"第\1項の天然果汁の番号"),
    (r"the choice among (.+)", r"\1のいずれか"),
    (r"what additional U\.S\. note (\d+) to the chapter says", r"類の米国追加注\1による税率"),
)


def needed_in_japanese(what: str) -> str:
    """A need of column 1 in Japanese; one that is not known here stays as it is."""
    if what in _WHOLE:
        return _WHOLE[what]
    measured, _, unit = what.rpartition(" in ")
    if measured in _MEASURED and unit in _UNITS:
        return f"{_MEASURED[measured]}（{_UNITS[unit]}）"
    for pattern, words in _REFERENCES:
        if re.fullmatch(pattern, what):
            return re.sub(pattern, words, what)
    return what
