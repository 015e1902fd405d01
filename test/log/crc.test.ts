import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { crcOf } from '../../src/log/crc.ts'

test('a checksum is the one of zlib, wherever a stretch begins and ends', () => {
  const bytes = Buffer.from('死锁的四个必要条件：互斥、请求与保持、不可剥夺、循环等待。')
  for (let start = 0; start < 9; start += 1) {
    for (let end = start; end < bytes.length; end += 1) {
      expect(crcOf(bytes, start, end)).toBe(crc32(bytes.subarray(start, end)))
    }
  }
})
