import { describe, expect, test } from 'vitest'
import { likelyReading, readingsOf } from './readings.ts'

describe('the ways to read a text', () => {
  test('differ in what comes of them, and begin with the text as it stands', () => {
    expect(readingsOf('name', 'Byron, Ada').map(({ text }) => text)).toEqual(['Byron, Ada', 'Ada Byron', 'Ada'])
    expect(readingsOf('name', 'Ada Byron').map(({ text }) => text)).toEqual(['Ada Byron'])
    expect(readingsOf('email', '')).toEqual([])
  })

  test('of a mailbox, its part is what is meant', () => {
    const mailbox = 'Ada Byron <ada@example.com>'
    expect(likelyReading('name', readingsOf('name', mailbox))?.text).toBe('Ada Byron')
    expect(likelyReading('email', readingsOf('email', mailbox))?.text).toBe('ada@example.com')
    expect(likelyReading('name', readingsOf('name', 'Byron, Ada'))?.text).toBe('Byron, Ada')
  })
})
