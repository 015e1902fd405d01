# the block
loads = []


def load(product_id):
    loads.append(product_id)


assert product(7, load) is None and product(7, load) is None and loads == [7]
from django.test import override_settings

socket = client.connection_pool.connection_kwargs["path"]
real = {"default": CACHES["default"] | {"LOCATION": f"unix://{socket}?db=1"}}
with override_settings(CACHES=real):
    assert product(8, load) is None and product(8, load) is None and loads == [7, 8]
assert type(client)(unix_socket_path=socket, db=1).keys() == [b"shop:1:product:v3:8"]
