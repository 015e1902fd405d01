from importlib import import_module

from django.conf import settings
from django.contrib.auth.models import User
from django.test import RequestFactory

failures = []


def too_many_failures(username, request):
    return len(failures) > 1


def record_failure(username, request):
    failures.append(username)


def clear_failures(username):
    failures.clear()


# the block
settings.AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
User.objects.create_user("ann", password="right")
keys = []


def answer(password):
    request = RequestFactory().post("/login", {"username": "ann", "password": password})
    request.session = import_module(settings.SESSION_ENGINE).SessionStore()
    request.session.create()
    before = request.session.session_key
    response = login_view(request)
    keys.append(before != request.session.session_key)
    return response.status_code


assert [answer(word) for word in ("wrong", "right", "wrong", "wrong", "right")] == [401, 200, 401, 401, 429]
assert keys == [False, True, False, False, False]  # a login rotates the key
