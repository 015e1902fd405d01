from django.db import models


class RefundTooMuch(Exception):
    pass


class submit_refund:
    sent = []

    @classmethod
    def delay(cls, pk):
        cls.sent.append(pk)


class Payment(models.Model):
    amount = models.IntegerField()
    status = models.CharField(max_length=10)

    class Meta:
        app_label = "shop"


class Refund(models.Model):
    payment = models.ForeignKey(Payment, models.CASCADE, related_name="refunds")
    refund_no = models.CharField(max_length=20)
    amount = models.IntegerField()
    status = models.CharField(max_length=10)

    class Meta:
        app_label = "shop"


# the block
payment = Payment.objects.create(amount=100, status="PAID")
first = apply_refund(payment.pk, "R1", 60)
assert apply_refund(payment.pk, "R1", 60) == first and submit_refund.sent == [first.pk]
try:
    apply_refund(payment.pk, "R2", 41)
except RefundTooMuch:
    pass
else:
    raise AssertionError
Refund.objects.update(status="FAILED")
assert apply_refund(payment.pk, "R3", 100).status == "PROCESSING"
