from django.db import connection, models
from django.test.utils import CaptureQueriesContext


def digest(phone):
    return phone[::-1]


class Person(models.Model):
    phone = models.CharField(max_length=20)
    phone_digest = models.CharField(max_length=64, null=True)

    class Meta:
        app_label = "shop"


# the block
Person.objects.bulk_create(Person(phone=str(n)) for n in range(10, 15))
Person.objects.create(phone="99", phone_digest="kept")
backfill(Person, size=2)
said = Person.objects.order_by("pk").values_list("phone_digest", flat=True)
assert list(said) == ["01", "11", "21", "31", "41", "kept"]
