from django.contrib.auth.models import User
from django.db import models
from rest_framework import serializers
from rest_framework.test import APIRequestFactory, force_authenticate


class Order(models.Model):
    user = models.ForeignKey("auth.User", models.CASCADE)
    order_no = models.CharField(max_length=20)

    class Meta:
        app_label = "shop"


class Item(models.Model):
    order = models.ForeignKey(Order, models.CASCADE, related_name="items")

    class Meta:
        app_label = "shop"


class OrderRowSerializer(serializers.ModelSerializer):
    class Meta:
        model = Order
        fields = ["order_no"]


class PlaceOrderSerializer(OrderRowSerializer):
    pass


class OrderDetailSerializer(serializers.ModelSerializer):
    class Meta:
        model = Order
        fields = ["order_no", "items"]


cancelled = []
cancel_order = cancelled.append

# the block
ann, bob = (User.objects.create(username=name) for name in ("ann", "bob"))
Order.objects.create(user=bob, order_no="B1")


def answer(verb, action, data=None, **kwargs):
    request = getattr(APIRequestFactory(), verb)("/", data)
    force_authenticate(request, ann)
    return OrderViewSet.as_view({verb: action})(request, **kwargs)


assert answer("post", "create", {"order_no": "A1"}).status_code == 201
assert answer("get", "list").data == [{"order_no": "A1"}]
assert answer("get", "retrieve", order_no="A1").data == {"order_no": "A1", "items": []}
assert answer("post", "cancel", order_no="A1").status_code == 204 and len(cancelled) == 1
assert answer("post", "cancel", order_no="B1").status_code == 404
