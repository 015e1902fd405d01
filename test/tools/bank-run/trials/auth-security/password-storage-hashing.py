# the block
salt, stored = hash_password("密码")
assert check_password("密码", salt, stored) and not check_password("密碼", salt, stored)
