/** Errors: what they carry, and how they are recognised across copies of the SDK. @module */
import { describe, expect, test } from 'vitest'
import { errorCodes, isPluginError, PluginError } from './errors.ts'

describe('PluginError', () => {
  test('carries its code, text, field, wait and cause', () => {
    const cause = new Error('why')
    const error = new PluginError(
      'rate-limited',
      { en: 'Wait.', de: 'Warten.' },
      { field: 'room', retryAfter: 7, cause },
    )
    expect(error).toMatchObject({ code: 'rate-limited', message: 'Wait.', field: 'room', retryAfter: 7, cause })
    expect(error.text).toEqual({ en: 'Wait.', de: 'Warten.' })
  })

  test('has no cause, field or wait unless told', () => {
    const error = new PluginError('timeout', 'No answer.')
    expect(Object.hasOwn(error, 'cause')).toBe(false)
    expect([error.field, error.retryAfter]).toEqual([undefined, undefined])
  })
})

describe('isPluginError', () => {
  test.each(errorCodes)('recognises %s', (code) => {
    expect(isPluginError(new PluginError(code, 'x'))).toBe(true)
  })

  test('recognises the error of another copy of the SDK', () => {
    const foreign = Object.assign(new Error('x'), { name: 'PluginError', code: 'timeout' })
    expect(isPluginError(foreign)).toBe(true)
  })

  test.each([
    ['another error', new Error('x')],
    ['another code', Object.assign(new Error('x'), { name: 'PluginError', code: 'ENOENT' })],
    ['another name', Object.assign(new Error('x'), { code: 'timeout' })],
    ['a plain object', { name: 'PluginError', code: 'timeout', message: 'x' }],
    ['nothing', undefined],
    ['a text', 'PluginError'],
  ])('does not recognise %s', (_title, value) => {
    expect(isPluginError(value)).toBe(false)
  })
})
