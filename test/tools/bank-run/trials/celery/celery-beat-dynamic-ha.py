# the block
daily = PeriodicTask.objects.get()
assert (daily.schedule.hour, daily.schedule.minute, daily.expire_seconds) == ({2}, {30}, 3600)
assert str(daily.crontab.timezone) == "Asia/Shanghai"
