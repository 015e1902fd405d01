# the block
client.set("stock:a", 3)
assert [deduct(client, "a", 2), deduct(client, "a", 2), deduct(client, "none", 1)] == [1, -1, -1]
