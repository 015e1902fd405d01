# the block
assert mongo() is mongo() and mongo().options.pool_options.max_pool_size == 20
mongo().close()
