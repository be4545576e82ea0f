"""HTS numbers: digits only inside the program, dotted for people."""

LENGTHS = (4, 6, 8, 10)


def digits(text: str) -> str:
    """Keep the ASCII digits of `text`; dots, spaces and hyphens are only for people."""
    return "".join(character for character in text if "0" <= character <= "9")


def dotted(number: str) -> str:
    """Write a number the way the tariff prints it: 8708.30.5090, 8708.30.50, 8708.30, 8708."""
    if len(number) <= 4:
        return number
    if len(number) <= 6:
        return f"{number[:4]}.{number[4:]}"
    return f"{number[:4]}.{number[4:6]}.{number[6:]}"


def dotted_heading(heading: str) -> str:
    """Write a chapter 98 or 99 number the way the tariff prints it: 9903.94.43."""
    return f"{heading[:4]}.{heading[4:6]}.{heading[6:]}" if len(heading) == LENGTHS[2] else dotted(heading)
