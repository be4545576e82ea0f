"""Item models: adapters between the worksheet's columns and Qt's views."""
