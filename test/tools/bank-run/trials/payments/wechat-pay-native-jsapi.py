from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import rsa

# the block
private, key = rsa.generate_private_key(65537, 2048), b"k" * 32
cipher = AESGCM(key).encrypt(b"n" * 12, b'{"trade_state": "SUCCESS"}', b"transaction")
resource = {"nonce": "n" * 12, "ciphertext": base64.b64encode(cipher).decode(), "associated_data": "transaction"}
body = json.dumps({"resource": resource}).encode()
signature = private.sign(b"1\nx\n" + body + b"\n", padding.PKCS1v15(), hashes.SHA256())
headers = {
    "Wechatpay-Timestamp": "1",
    "Wechatpay-Nonce": "x",
    "Wechatpay-Signature": base64.b64encode(signature).decode(),
}
assert read_notice(private.public_key(), key, headers, body) == {"trade_state": "SUCCESS"}
try:
    read_notice(private.public_key(), key, headers | {"Wechatpay-Nonce": "y"}, body)
except InvalidSignature:
    pass
else:
    raise AssertionError
