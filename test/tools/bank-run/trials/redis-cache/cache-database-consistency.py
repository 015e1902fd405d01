from django.core.cache import cache
from django.db import models


class Product(models.Model):
    name = models.CharField(max_length=20)

    class Meta:
        app_label = "shop"


# the block
product = Product.objects.create(name="old")
key = f"product:{product.pk}"
cache.set(key, "old")
with transaction.atomic():
    rename_product(product.pk, "new")
    assert cache.get(key) == "old"  # not before the outermost commit
assert cache.get(key) is None and Product.objects.get().name == "new"
