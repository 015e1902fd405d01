from django.db import models

keyword = "1"


class User(models.Model):
    phone = models.CharField(max_length=20)

    class Meta:
        app_label = "shop"


class Order(models.Model):
    user = models.ForeignKey(User, models.CASCADE)
    order_no = models.CharField(max_length=20)
    status = models.CharField(max_length=10)

    class Meta:
        app_label = "shop"
        ordering = ["-order_no"]


class Sku(models.Model):
    stock = models.IntegerField()

    class Meta:
        app_label = "shop"


# the block
user = User.objects.create(phone="138")
for number, status in (("1", "PAID"), ("2", "PAID"), ("3", "OPEN")):
    Order.objects.create(user=user, order_no=number, status=status)
assert [row.order_no for row in paid.all()] == ["1"]
assert list(totals) == [{"status": "OPEN", "n": 1}, {"status": "PAID", "n": 2}]
