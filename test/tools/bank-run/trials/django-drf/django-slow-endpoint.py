from django.db import connection, models
from django.test.utils import CaptureQueriesContext


class Customer(models.Model):
    class Meta:
        app_label = "shop"


class Sku(models.Model):
    class Meta:
        app_label = "shop"


class Order(models.Model):
    customer = models.ForeignKey(Customer, models.CASCADE)

    class Meta:
        app_label = "shop"


class Item(models.Model):
    order = models.ForeignKey(Order, models.CASCADE, related_name="items")
    sku = models.ForeignKey(Sku, models.CASCADE)

    class Meta:
        app_label = "shop"


customer, sku = Customer(1), Sku(1)
# the block
customer.save()
sku.save()
for pk in (1, 2):
    Item.objects.create(order=Order.objects.create(pk=pk, customer=customer), sku=sku)
with CaptureQueriesContext(connection) as queries:
    rows = (
        Order.objects.select_related("customer").prefetch_related("items__sku").order_by("-id")[:100]
    )
    assert [(row.customer.pk, row.items.all()[0].sku.pk) for row in rows] == [(1, 1)] * 2
assert len(queries) == 3
