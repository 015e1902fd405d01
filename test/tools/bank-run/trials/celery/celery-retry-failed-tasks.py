tries = []


def push_to_crm(user_id):
    tries.append(user_id)
    if user_id == 13:
        raise LookupError(user_id)
    if user_id == 7 and tries.count(7) < 3:
        raise UpstreamBusy(user_id)
    return user_id


# the block
app.conf.update(task_always_eager=True)
assert sync_user.apply([7]).get() == 7 and tries == [7, 7, 7]
assert sync_all([1, 13]) == {13: "LookupError(13)"}
