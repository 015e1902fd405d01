// @ts-nocheck: the block that it speaks of is not here
import assert from 'node:assert'

// the block
const claims = { sub: '小林', exp: Date.now() / 1000 + 90 }
const payload = Buffer.from(JSON.stringify(claims)).toString('base64url')
assert.deepEqual(readClaims(`e30.${payload}.x`), claims)
assert(!expiresSoon(claims) && expiresSoon(claims, 120))
