# the block
code = issue(client, b"secret", "login", "13800000000")
assert len(code) == 6 and code.isdecimal()
assert issue(client, b"secret", "login", "13800000000") is None
assert 0 < client.ttl("sms:code:login:13800000000") <= 300
assert not check(client, b"secret", "login", "13800000000", "wrong")
assert check(client, b"secret", "login", "13800000000", code)
assert not check(client, b"secret", "login", "13800000000", code)  # once

code = issue(client, b"secret", "login", "13900000000")
assert [check(client, b"secret", "login", "13900000000", "wrong") for _ in range(5)] == [False] * 5
assert not check(client, b"secret", "login", "13900000000", code)  # five tries used it up
