# the block
from django.urls import Resolver404, resolve, reverse

assert reverse("article", args=[2026, 3, "a-b"]) == "/articles/2026/03/a-b/"
assert resolve("/articles/2026/03/a-b/").kwargs == {"year": 2026, "month": 3, "slug": "a-b"}
try:
    resolve("/articles/2026/13/a-b/")
except Resolver404:
    pass
else:
    raise AssertionError
