from types import SimpleNamespace

from django.db import models


def handle_repeat_or_late(order_no, payment):
    return "repeat"


class Order(models.Model):
    order_no = models.CharField(max_length=20)
    status = models.CharField(max_length=10)

    class Meta:
        app_label = "shop"


class Ledger(models.Model):
    order_no = models.CharField(max_length=20)
    trade_no = models.CharField(max_length=20)
    amount = models.IntegerField()

    class Meta:
        app_label = "shop"


class Outbox(models.Model):
    topic = models.CharField(max_length=20)
    body = models.JSONField()

    class Meta:
        app_label = "shop"


# the block
Order.objects.create(order_no="A1", status="PENDING")
payment = SimpleNamespace(trade_no="t", amount=100)
assert [mark_paid("A1", payment) for _ in range(2)] == ["paid", "repeat"]
assert (Ledger.objects.count(), Outbox.objects.get().body) == (1, {"order_no": "A1"})
