from concurrent.futures import ThreadPoolExecutor

# the block
loads = []


def load(product_id):
    loads.append(product_id)
    time.sleep(0.1)
    return None if product_id == 404 else {"id": product_id}


with ThreadPoolExecutor(8) as pool:
    assert list(pool.map(lambda _: get_product(client, 7, load), range(8))) == [{"id": 7}] * 8
assert get_product(client, 404, load) is None and get_product(client, 404, load) is None
assert loads == [7, 404]
assert client.ttl("product:404") <= 60 < 590 < client.ttl("product:7") <= 720
assert not client.exists("lock:product:7")
