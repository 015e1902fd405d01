# the block
assert change(client, 1, "a", 2) == 2 and change(client, 1, "a", -1) == 1
client.sadd("cart:1:unchecked", "a")
assert change(client, 1, "a", -5) == 0
assert not client.exists("cart:1") and not client.exists("cart:1:unchecked")
for n in range(LIMIT - 1):
    change(client, 1, f"s{n}", 1)
assert change(client, 1, "last", 1) == 1 and change(client, 1, "more", 1) == -1
assert change(client, 1, "s0", 1) == 2
change(client, "anon", "s0", 3)
change(client, "anon", "new", 1)
assert merge(client, "anon", 1) == [b"new"]
assert client.hget("cart:1", "s0") == b"5" and not client.exists("cart:anon")
