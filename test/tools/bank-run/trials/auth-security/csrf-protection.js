// @ts-nocheck: the block that it speaks of is not here
import assert from 'node:assert'

globalThis.document = { cookie: 'a=1; csrftoken=x%3D; b=2' }
globalThis.fetch = (...request) => request
// the block
const [url, { headers, body, method }] = post('/orders', { sku: 1 })
assert.deepEqual(
  [url, method, body, headers['X-CSRFToken']],
  ['/orders', 'POST', '{"sku":1}', 'x='],
)
globalThis.document = { cookie: 'xcsrftoken=1' }
assert.equal(post('/', {})[1].headers['X-CSRFToken'], '')
