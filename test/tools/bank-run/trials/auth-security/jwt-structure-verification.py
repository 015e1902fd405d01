# the block
key, soon = b"secret", time.time() + 60
token = sign({"sub": "7", "exp": soon}, key)
assert verify(token, key)["sub"] == "7"


def refused(text, why):
    try:
        verify(text, key)
    except ValueError as error:
        return str(error) == why
    return False


header, payload, signature = token.split(".")
assert refused(sign({"exp": time.time() - 1}, key), "expired")
assert refused(f"{header}.{payload}.{encode(bytes(32))}", "bad signature")
none = encode(b'{"alg":"none"}')
assert refused(f"{none}.{payload}.", "unexpected algorithm")
