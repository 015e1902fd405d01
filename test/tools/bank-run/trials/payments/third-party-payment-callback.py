from types import SimpleNamespace

from django.db import models


class PaymentMismatch(Exception):
    pass


class Task:
    def __init__(self):
        self.sent = []

    def delay(self, pk):
        self.sent.append(pk)


refund, fulfil = Task(), Task()


class Payment(models.Model):
    out_trade_no = models.CharField(max_length=20)
    merchant_id = models.CharField(max_length=20, default="m")
    amount_fen = models.IntegerField(default=100)
    status = models.CharField(max_length=10)
    transaction_id = models.CharField(max_length=20, null=True, unique=True)

    class Meta:
        app_label = "shop"


class Ledger(models.Model):
    payment = models.ForeignKey(Payment, models.CASCADE)
    amount_fen = models.IntegerField()

    class Meta:
        app_label = "shop"


# the block
def notice(number, amount=100):
    return SimpleNamespace(out_trade_no=number, merchant_id="m", amount_fen=amount, transaction_id=f"t{number}")


paid = Payment.objects.create(out_trade_no="1", status="PENDING")
closed = Payment.objects.create(out_trade_no="2", status="CLOSED")
assert [apply_notice(notice("1")) for _ in range(2)] == ["paid", "duplicate"]
assert apply_notice(notice("2")) == "refunding"
assert (fulfil.sent, refund.sent) == ([paid.pk], [closed.pk])
try:
    apply_notice(notice("1", amount=1))
except PaymentMismatch:
    assert Ledger.objects.count() == 2
else:
    raise AssertionError
