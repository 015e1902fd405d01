# the block
now, old = str(int(time.time())), str(int(time.time()) - 400)
request = ("post", "/orders", "a=1", b"{}", now, "n1")
signature = sign(b"secret", *request)
assert verify(client, "app", b"secret", "0" * 64, *request) == "bad signature"
assert verify(client, "app", b"secret", signature, *request) == "ok"
assert verify(client, "app", b"secret", signature, *request) == "replayed"
late = ("post", "/orders", "a=1", b"{}", old, "n2")
assert verify(client, "app", b"secret", sign(b"secret", *late), *late) == "expired"
