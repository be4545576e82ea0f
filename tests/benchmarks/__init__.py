"""How fast the program is, as ratios to a reference measured in the same run: `python3 dev.py bench`."""
