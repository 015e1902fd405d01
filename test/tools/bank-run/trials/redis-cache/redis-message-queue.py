# the block
client.xgroup_create("orders", "mail", 0, mkstream=True)
client.xadd("orders", {"id": 1})
handled = []
consume(client, handled.append)
assert handled == [{b"id": b"1"}] and client.xpending("orders", "mail")["pending"] == 0
