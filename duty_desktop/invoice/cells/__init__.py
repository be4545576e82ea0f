"""What one cell says: a number, a date, a tariff number, a country, a unit, a currency."""
