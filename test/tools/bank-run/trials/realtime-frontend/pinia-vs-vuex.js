// @ts-nocheck: the block that it speaks of is not here
import assert from 'node:assert'
import { createPinia, setActivePinia } from 'pinia'

// the block
setActivePinia(createPinia())
const cart = useCartStore()
for (const sku of [1, 1, 2]) cart.add({ sku, cents: 5 })
assert.deepEqual([cart.lines.length, cart.total], [2, 15])
