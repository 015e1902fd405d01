from django.contrib.auth.models import User
from django.db import models
from rest_framework import serializers
from rest_framework.test import APIRequestFactory, force_authenticate


class Invoice(models.Model):
    tenant_id = models.IntegerField()

    class Meta:
        app_label = "shop"


class InvoiceSerializer(serializers.ModelSerializer):
    class Meta:
        model = Invoice
        fields = ["id", "tenant_id"]
        read_only_fields = ["tenant_id"]


codes = {"billing.view_invoice"}
User.tenant_id = 7
User.has_perm = lambda self, code, obj=None: code in codes

# the block
mine = Invoice.objects.create(tenant_id=7)
theirs = Invoice.objects.create(tenant_id=8)
person = User.objects.create(username="ann")


def answer(verb, action, **kwargs):
    request = getattr(APIRequestFactory(), verb)("/")
    force_authenticate(request, person)
    return InvoiceViewSet.as_view({verb: action})(request, **kwargs)


assert [row["id"] for row in answer("get", "list").data] == [mine.pk]
assert answer("get", "retrieve", pk=theirs.pk).status_code == 404
assert answer("post", "create").status_code == 403
assert answer("delete", "destroy", pk=mine.pk).status_code == 403  # undeclared
codes = {"billing.add_invoice"}
assert answer("post", "create").status_code == 201
assert Invoice.objects.filter(tenant_id=7).count() == 2
