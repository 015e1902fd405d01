# the block
waits = [seconds_to_wait(client, "ann", rate=0.5, capacity=3) for _ in range(4)]
assert waits == [0, 0, 0, 2], waits
assert seconds_to_wait(client, "bob", rate=0.5, capacity=3) == 0
assert 0 < client.ttl("bucket:ann") <= 7
