import { describe, expect, test } from 'vitest'
import { assessed } from '../../src/points/assess.ts'

function verdictOf(point: string, answer: string): string {
  const points = [{ text: point, details: [] }]
  return assessed(points, answer, { question: '？', aliases: [] }).points[0]?.verdict ?? ''
}

describe('the opposite of a point is not the point', () => {
  test.each([
    ['用 Redis Lua 保证原子', '没必要用 Redis Lua 保证原子'],
    ['出错要回滚事务', '出错的时候回滚事务是不需要的'],
    ['备份要定期演练', '备份没必要定期演练'],
    ['GET requests are skipped', 'GET requests are not skipped'],
    ['Retries need a backoff', 'Retries need no backoff'],
    ['A slow command blocks every client', 'A slow command never blocks another client.'],
    ['The cache is warmed at start', 'Warming the cache at start is overkill'],
    ['上线前检查依赖顺序', '上线前检查依赖顺序无所谓'],
    ['日志里的密码要打码', '日志里的密码不用看'],
    ['Idle connections are closed', 'Idle connections are impossible to close'],
    ['Open cursors hold memory', "There is no leak and open cursors don't hold memory"],
    ['Small functions', 'I prefer long files over small functions'],
  ])('“%s” is denied by “%s”', (point, answer) => {
    expect(verdictOf(point, answer)).toBe('contradicted')
  })

  test.each([
    ['缓存里的 key 会过期', '不存在的 key 也放进缓存'],
    ['消息由消费者过滤', '不支持的消息由消费者过滤'],
  ])('“%s” is not denied where “%s” describes a thing by what it is not', (point, answer) => {
    expect(verdictOf(point, answer)).not.toBe('contradicted')
  })

  test.each([
    ['密钥不放进镜像', '密钥放进镜像就行'],
    ['过期通知不可靠', '过期通知很可靠'],
    ['CORS 不防 CSRF', '配了 CORS 就能防 CSRF'],
    ['Secrets are not encrypted', 'Secrets are encrypted by default'],
    ['Bloom filters cannot delete entries', 'You can delete entries from Bloom filters'],
  ])('“%s” is a denial itself, which “%s” turns round', (point, answer) => {
    expect(verdictOf(point, answer)).toBe('contradicted')
  })

  test.each([
    ['文档最大 16 MB', '文档最大 64 MB'],
    ['TLS 1.3 握手一次往返', 'TLS 1.3 握手要两次往返'],
    ['InnoDB 默认可重复读', 'InnoDB 默认串行化'],
    ['登录失败返回 401', '登录失败返回 403'],
    ['InnoDB defaults to repeatable read', 'InnoDB defaults to serializable'],
    ['The lock expires after 30 seconds', 'The lock expires after 5 minutes'],
    ['批量提交降低磁盘写入', '批量提交让磁盘写入更多'],
    ['看实际耗时', '看估算的耗时就行'],
    ['The map points into a doubly linked list', 'The map points into a singly linked list'],
    ['PostgreSQL writes new row versions', 'MySQL writes new row versions'],
    ['2.0 for queues, 2.4 for streams', 'Since 2.4 for queues and since 2.0 for streams'],
    ['HTML is cached briefly, assets for a year', 'HTML is cached for a year, assets briefly'],
  ])('“%s” has another value in “%s”', (point, answer) => {
    expect(verdictOf(point, answer)).not.toBe('said')
  })

  test.each([
    ['读操作用从库，写操作用主库', '读操作用主库，写操作用从库'],
    ['短任务用线程，长任务用进程', '长任务用线程，短任务用进程'],
    ['RDB 恢复快，AOF 丢得少', 'AOF 恢复快，RDB 丢得少'],
    [
      'Merge for shared branches, rebase for private ones',
      'Rebase for shared branches, merge for private ones',
    ],
    ['Liveness restarts the container', 'Readiness restarts the container, liveness does not'],
  ])('“%s” has its parts swapped in “%s”', (point, answer) => {
    expect(verdictOf(point, answer)).toBe('contradicted')
  })

  test.each([
    ['先写数据库，再删缓存', '先删缓存，再写数据库'],
    ['会话中间件在认证之前', '认证要放在会话中间件之前'],
    ['Backups run before the migration', 'Backups run after the migration'],
    ['用 UUID v7 而不是 v4 做主键', '用 UUID v4 而不是 v7 做主键'],
  ])('“%s” has its order turned in “%s”', (point, answer) => {
    expect(verdictOf(point, answer)).toBe('contradicted')
  })

  test.each([
    ['flush 与 commit 的区别', 'flush 就是 commit'],
    ['Mock and stub told apart', 'mock and stub are the same thing'],
  ])('“%s” tells apart what “%s” makes one', (point, answer) => {
    expect(verdictOf(point, answer)).toBe('contradicted')
  })
})

describe('a denial is no contradiction', () => {
  test.each([
    ['不要用 root 运行', '别用 root 跑'],
    ['Non-root user', 'Add a user so it does not run as root'],
    ['A generator runs once', "A generator doesn't run twice"],
    ['GET 没有副作用', 'GET 不能有副作用'],
    [
      '`process_exception` sees view exceptions',
      'I never used it. process_exception sees exceptions of the view.',
    ],
    ['缓存要设过期时间', '不设过期时间缓存就会一直占着，所以缓存要设过期时间'],
    ['No automatic commit; roll back on errors', 'You commit yourself and roll back on errors'],
    ['读操作用从库，写操作用主库', '写操作走主库，读操作走从库'],
    ['先写数据库，再删缓存', '先把数据库写了，然后把缓存删掉'],
    ['短码约 3.5 万亿个', '短码能有三万多亿个'],
  ])('“%s” is said by “%s”', (point, answer) => {
    expect(verdictOf(point, answer)).toBe('said')
  })

  test('what another sentence denies is no matter of this one', () => {
    expect(
      verdictOf('Middleware runs in order', "I don't like it. Middleware runs in order."),
    ).toBe('said')
  })
})

test('one word for another of the same beginning is no slip of the pen', () => {
  expect(verdictOf('Options compared', 'I talked about the company')).toBe('open')
  expect(verdictOf('Options compared', 'The options were comparde with each other')).toBe('said')
})

test('a contradicted point has no credit, shows the words, and lets the answer be hard at best', () => {
  const points = ['缓存放在内存里', '过期时间要随机', '密钥不放进镜像'].map((text) => ({
    text,
    details: [],
  }))
  const answer = '缓存放在内存里。过期时间要随机。密钥放进镜像就行。'
  const found = assessed(points, answer, { question: '？', aliases: [] })
  expect(found.points.map(({ verdict }) => verdict)).toEqual(['said', 'said', 'contradicted'])
  const last = found.points[2]
  expect(last).toMatchObject({ credit: 0, covered: false })
  expect(last?.evidence.map(({ start, end }) => answer.slice(start, end)).join()).toContain('镜像')
  expect(found.proposed).toBe('hard')
})
