# the block
inside = []


def job():
    inside.append(run_exclusive(client, "report", lambda: None))


assert run_exclusive(client, "report", job) and inside == [False]
assert not client.exists("lock:report")
# a lock that somebody else has by now is left alone
assert run_exclusive(client, "report", lambda: client.set("lock:report", "theirs"))
assert client.get("lock:report") == b"theirs"
