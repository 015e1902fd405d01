# the block
assert all(decode(encode(number)) == number for number in (0, 1, 61, 62, 62**7 - 1))
