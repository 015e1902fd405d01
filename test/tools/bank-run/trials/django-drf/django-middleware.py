# the block
from types import SimpleNamespace

request = SimpleNamespace(method="GET", path="/")
response = RequestLogMiddleware(lambda request: {})(request)
assert len(response["X-Request-ID"]) == 32 and request_id.get() == "-"
