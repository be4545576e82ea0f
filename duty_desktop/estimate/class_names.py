"""The names of the classes of lines."""

from duty_desktop.estimate.result import Category
from duty_desktop.terms.text import Text

CLASSES = {
    Category.AUTOS: Text("autos", "自動車"),
    Category.PARTS: Text("parts", "自動車部品"),
    Category.STEEL: Text("steel", "鉄鋼"),
    Category.ALUMINUM: Text("aluminum", "アルミニウム"),
    Category.GENERAL: Text("general", "一般"),
    Category.UNCLASSIFIED: Text("unclassified", "番号なし"),
}
