"""The trade's own terms as exact values: HTS numbers, money, findings."""
