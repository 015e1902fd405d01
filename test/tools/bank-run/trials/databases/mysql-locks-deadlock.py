from django.db import models


class Account(models.Model):
    cents = models.IntegerField()

    class Meta:
        app_label = "shop"


# the block
ann, bob = Account.objects.create(cents=100), Account.objects.create(cents=0)
transfer(ann.pk, bob.pk, 70)
try:
    transfer(ann.pk, bob.pk, 70)
except ValueError:
    pass
assert list(Account.objects.order_by("pk").values_list("cents", flat=True)) == [30, 70]
