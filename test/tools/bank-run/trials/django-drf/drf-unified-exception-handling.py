# the block
from django.test import RequestFactory
from rest_framework.exceptions import MethodNotAllowed, ValidationError


def answer(error):
    context = {"request": RequestFactory().get("/")}
    try:
        raise error
    except Exception as raised:
        response = api_exception_handler(raised, context)
    return response.status_code, response.data["code"]


assert answer(OutOfStock()) == (409, "out_of_stock")
assert answer(Http404()) == (404, "not_found")
assert answer(PermissionDenied()) == (403, "permission_denied")
assert answer(ValidationError({"a": "b"})) == (400, "invalid")
assert answer(MethodNotAllowed("GET")) == (405, "method_not_allowed")
assert answer(KeyError("x")) == (500, "internal_error")
