from django.db import models


class Order(models.Model):
    class Meta:
        app_label = "shop"


# the block
order = Order.objects.create()
item = order.items.create()
order.delete()
assert OrderItem.objects.get().order_id == item.order_id  # nothing stops the orphan
