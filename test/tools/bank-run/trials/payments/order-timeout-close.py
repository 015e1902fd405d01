# the block
client.zadd("order:close", {"a": time.time() - 5, "b": time.time() - 1, "c": time.time() + 99})
assert take_due(client, limit=1) == [b"a"] and take_due(client) == [b"b"] and take_due(client) == []
done(client, "a")
assert client.zrange("order:close", 0, -1) == [b"b", b"c"]
assert client.zscore("order:close", "b") > time.time() + 50
