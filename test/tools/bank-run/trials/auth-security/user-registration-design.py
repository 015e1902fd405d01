from django.contrib.auth.models import User


class Task:
    def __init__(self):
        self.sent = []

    def delay(self, *args):
        self.sent.append(args)


send_activation, send_already_registered = Task(), Task()

# the block
password = "correct horse battery"
assert register(" Ann@Example.com ", password) == register("ann@example.com", password)
user = User.objects.get()
assert user.email == "ann@example.com" and not user.is_active and user.check_password(password)
assert send_activation.sent == [(user.pk,)]
assert send_already_registered.sent == [("ann@example.com",)]
