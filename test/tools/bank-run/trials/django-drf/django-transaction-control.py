from django.db import models


class OutOfStock(Exception):
    pass


class send_receipt:
    sent = []

    @classmethod
    def delay(cls, pk):
        cls.sent.append(pk)


class Sku(models.Model):
    stock = models.IntegerField()

    class Meta:
        app_label = "shop"


class Order(models.Model):
    user_id = models.IntegerField()
    sku_id = models.IntegerField()
    quantity = models.IntegerField()

    class Meta:
        app_label = "shop"


# the block
sku = Sku.objects.create(stock=3)
order = place_order(7, sku.pk, 2)
try:
    place_order(7, sku.pk, 2)
except OutOfStock:
    pass
sku.refresh_from_db()
assert (sku.stock, Order.objects.count(), send_receipt.sent) == (1, 1, [order.pk])
