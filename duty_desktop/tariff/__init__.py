"""The tariff and the law: what a number is, and what is due on it on a day."""
