// @ts-nocheck: the block that it speaks of is not here
import assert from 'node:assert'

// the block
let token = 'old'
let refreshes = 0
let accepted = 'new'
axios.defaults.adapter = async (config) => {
  const answer = (status, data) => {
    const response = { status, data, headers: {}, config }
    if (status < 300) return response
    throw new axios.AxiosError(String(status), 'x', config, null, response)
  }
  if (config.url === '/auth/refresh') {
    refreshes += 1
    return accepted === undefined ? answer(401) : answer(200, { access: accepted })
  }
  return config.headers.get('Authorization') === `Bearer ${accepted}`
    ? answer(200, config.url)
    : answer(401)
}
let out = 0
const api = createApi({
  baseURL: '',
  getToken: () => token,
  setToken: (fresh) => {
    token = fresh
  },
  onLoggedOut: () => {
    out += 1
  },
})
assert.deepEqual(await Promise.all(['/a', '/b', '/c'].map((url) => api.get(url))), [
  '/a',
  '/b',
  '/c',
])
assert.deepEqual([refreshes, out], [1, 0])
accepted = undefined
await assert.rejects(api.get('/a'))
assert.deepEqual([refreshes, out], [2, 1])
