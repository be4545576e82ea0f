"""Rating: from goods and the law of a day to duty, its range, its reasons and its fees."""
