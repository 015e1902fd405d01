# the block
assert next_streak(date(2026, 11, 22), 6, date(2026, 11, 22)) is None
assert next_streak(date(2026, 11, 20), 6, date(2026, 11, 22)) == 1
