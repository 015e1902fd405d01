from django.db import models
from rest_framework.request import Request
from rest_framework.test import APIRequestFactory


class Post(models.Model):
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        app_label = "shop"


# the block
Post.objects.bulk_create(Post() for _ in range(250))


def page(paginator, query):
    return paginator.paginate_queryset(Post.objects.all(), Request(APIRequestFactory().get("/", query)))


feed = FeedPagination()
assert len(page(feed, {})) == 20 and feed.get_next_link() is not None
ordered = AdminPagination()
assert len(ordered.paginate_queryset(Post.objects.order_by("pk"), Request(APIRequestFactory().get("/", {"size": 999})))) == 200
