# the block
app.conf.update(broker_url="memory://")
after_payment(7)
with app.connection_for_read() as connection:
    queue = connection.SimpleQueue("celery")
    now, later = (queue.get(timeout=1).headers["eta"] for _ in range(2))
assert now is None and later is not None
nightly = app.conf.beat_schedule["daily-report"]["schedule"]
assert (nightly.hour, nightly.minute) == ({2}, {30})
