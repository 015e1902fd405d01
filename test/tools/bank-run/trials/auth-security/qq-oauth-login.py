# the block
session = {}
address = authorize_url(session, "1001", "https://shop.example.com/back?next=/")
state = session["oauth_state"]
assert address.endswith(urlencode({"state": state})) and "back%3Fnext%3D%2F" in address
check_state(session, state)
for received in (state, None, ""):
    try:
        check_state(session, received)
    except PermissionError:
        continue
    raise AssertionError(received)
