# the block
assert len(counts) == 6 and all(abs(count - 10_000) < 600 for count in counts.values())
