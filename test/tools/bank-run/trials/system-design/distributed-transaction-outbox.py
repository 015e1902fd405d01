from django.db import models
from django.utils import timezone


class Order(models.Model):
    user_id = models.IntegerField()
    status = models.CharField(max_length=10)

    class Meta:
        app_label = "shop"


class Outbox(models.Model):
    topic = models.CharField(max_length=20)
    key = models.IntegerField()
    payload = models.JSONField()
    sent_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "shop"

    def mark_sent(self):
        self.sent_at = timezone.now()
        self.save(update_fields=["sent_at"])


# the block
orders = [place_order(7, [n]) for n in range(3)]
sent = []
for _ in range(3):
    publish_batch(lambda topic, **message: sent.append(message["key"]), limit=2)
assert sent == [order.pk for order in orders]
