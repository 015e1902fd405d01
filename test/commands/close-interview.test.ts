import { expect, test } from 'vitest'
import { leaveInterview } from '../../src/commands/interview/close-interview.ts'
import { fakeHost } from '../support/fake-host.ts'
import { fakeInterviews } from '../support/fake-interviews.ts'

test('中途离开时文件已经读不到，就什么也不扔、什么也不报', async () => {
  const files = new Map<string, string>()
  const host = fakeHost()
  await leaveInterview(host, fakeInterviews(files, new Map()), '20261122T200000-abc')
  expect([...files]).toEqual([])
  expect(host.printed()).toBe('')
})
