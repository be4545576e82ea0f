"""The report's colours, one accent on paper and in cells; all of them legible in grey."""

ACCENT = "#1F5673"
INK = "#1B1F23"
QUIET = "#5C6670"
HAIR = "#C9D1D6"
TINT = "#EAF1F5"
