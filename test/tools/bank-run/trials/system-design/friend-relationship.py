from django.db import models


class User(models.Model):
    class Meta:
        app_label = "shop"


class FriendRequest(models.Model):
    sender = models.ForeignKey(User, models.CASCADE, related_name="+")
    receiver = models.ForeignKey(User, models.CASCADE, related_name="+")
    status = models.CharField(max_length=10, default="pending")

    class Meta:
        app_label = "shop"


# the block
ann, bob = User.objects.create(), User.objects.create()
request = FriendRequest.objects.create(sender=ann, receiver=bob)
assert not accept(request.pk, ann) and accept(request.pk, bob) and not accept(request.pk, bob)
assert [list(friends_of(one)) for one in (ann, bob)] == [[bob], [ann]]
