// @ts-nocheck: the block that it speaks of is not here
import assert from 'node:assert'

const order = []
const { log } = console
console.log = (said) => {
  order.push(said)
  log(said)
}
// the block
setTimeout(() => assert.deepEqual(order, [...order].sort()), 50)
