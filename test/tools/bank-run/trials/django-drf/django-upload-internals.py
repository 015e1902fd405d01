import io

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory
from PIL import Image

# the block
picture = io.BytesIO()
Image.new("RGB", (2, 2)).save(picture, "PNG")


def answer(content):
    file = SimpleUploadedFile("a.jpg", content)
    return upload(RequestFactory().post("/", {"avatar": file}))


assert answer(picture.getvalue()).status_code == 201
assert Profile.objects.get().avatar.name.endswith(".png")
assert answer(b"<?php").status_code == 400
