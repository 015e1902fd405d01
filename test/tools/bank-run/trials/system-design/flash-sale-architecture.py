# the block
assert run(client, TAKE, 7, "ann") == b"early"
client.hset("sale:{7}", mapping={"starts": 0, "stock": 1})
assert [run(client, TAKE, 7, user) for user in ("ann", "ann", "bob")] == [b"ok", b"bought", b"sold out"]
assert [run(client, GIVE_BACK, 7, "ann") for _ in range(2)] == [1, 0]
assert run(client, TAKE, 7, "bob") == b"ok"
