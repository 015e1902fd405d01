from django.contrib.auth.models import User
from django.db import models
from django.test import RequestFactory


class Order(models.Model):
    user = models.ForeignKey("auth.User", models.CASCADE)

    class Meta:
        app_label = "shop"


# the block
import json

ann = User.objects.create(username="ann")
Order.objects.create(user=ann)


def reply(request):
    return httpx.Response(200 if request.url.path == "/now" else 503, json={"sky": "blue"})


client = httpx.AsyncClient(transport=httpx.MockTransport(reply))
request = RequestFactory().get("/")


async def auser():
    return ann


request.auser = auser
said = json.loads(asyncio.run(dashboard(request)).content)
assert said == {"orders": 1, "weather": {"sky": "blue"}, "news": None}
