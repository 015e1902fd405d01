from django.db import models


class send_notice:
    sent = []

    @classmethod
    def delay(cls, pk):
        cls.sent.append(pk)


class Order(models.Model):
    note = models.CharField(max_length=9)

    class Meta:
        app_label = "shop"


# the block
order = Order.objects.create()
order.save()
Order.objects.bulk_create([Order()])
assert send_notice.sent == [order.pk]
