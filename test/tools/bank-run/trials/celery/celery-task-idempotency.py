from celery import Celery
from django.db import models

app = Celery("shop", broker="memory://")


class Order(models.Model):
    user_id = models.IntegerField()

    class Meta:
        app_label = "shop"


class CouponGrant(models.Model):
    order_id = models.IntegerField(unique=True)
    user_id = models.IntegerField()

    class Meta:
        app_label = "shop"


class Wallet(models.Model):
    user_id = models.IntegerField(unique=True)
    coupons = models.IntegerField(default=0)

    class Meta:
        app_label = "shop"


# the block
order, lost = Order.objects.create(user_id=7), Order.objects.create(user_id=8)
Wallet.objects.create(user_id=7)
assert [grant_coupon(order.pk) for _ in range(2)] == ["granted", "already granted"]
assert Wallet.objects.get().coupons == 1
try:
    grant_coupon(lost.pk)
except Wallet.DoesNotExist:
    assert CouponGrant.objects.count() == 1  # rolled back
else:
    raise AssertionError
