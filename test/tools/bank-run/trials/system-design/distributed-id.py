# the block
clock = iter([5, 4])
maker = Snowflake(1, lambda: EPOCH + next(clock))
assert maker.next_id() == (5 << 22) | (1 << 12)
try:
    maker.next_id()
except RuntimeError:
    pass
else:
    raise AssertionError
