"""From the official exports of the tariff to the chapter files of `resources/hts`.

`python -m duty_desktop.tariff.hts_import EXPORTS TARGET` reads the exports that TARGET/editions.toml
names from the folder EXPORTS and writes one file a chapter into TARGET: the same input gives the
same bytes. To add an edition, put its export there, add an `[[edition]]` and run it again.
"""
