from redis import Redis

# the block
captcha, answer = create(client)
assert verify(client, captcha, f" {answer.lower()} ")
assert not verify(client, captcha, answer)
captcha, answer = create(client)
assert not verify(client, captcha, "wrong") and not verify(client, captcha, answer)
captcha, answer = create(client)
text = Redis(unix_socket_path=client.connection_pool.connection_kwargs["path"], decode_responses=True)
assert verify(text, captcha, answer)
