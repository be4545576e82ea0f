"""Column 1 special: the rate of one trade program out of `Free (A,AU,JP) 5.5% (KR)`."""

import re
from functools import lru_cache

_GROUP = re.compile(r"(?P<rate>[^()]*(?:\([^()]*[a-z][^()]*\)[^()]*)*)\((?P<programs>[^()a-z]*)\)")
_CODE = re.compile(r"[A-Z]+")


@lru_cache(maxsize=8192)
def special_rate(special_text: str, program: str) -> str | None:
    """The rate text of `program` (`JP`, `KR` ...), None when the column does not name it.

    `A*` and `A+` stand for program `A`: the country exclusions behind the sign are not looked at.
    """
    for group in _GROUP.finditer(special_text):
        if program in _CODE.findall(group["programs"]):
            return group["rate"].strip()
    return None
