import io

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

# the block
picture = io.BytesIO()
Image.new("RGB", (2, 2)).save(picture, "PNG")


def checked(name, content):
    serializer = AvatarSerializer(data={"file": SimpleUploadedFile(name, content)})
    return serializer.is_valid() and serializer.validated_data["file"].name


assert checked("a.php.jpg", picture.getvalue()).endswith(".png")
assert not checked("a.png", b"<?php")
gif = io.BytesIO()
Image.new("P", (2, 2)).save(gif, "GIF")
assert not checked("a.png", gif.getvalue())
