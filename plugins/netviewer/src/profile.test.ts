/** An integrator meets a given gateway by two settings, and is told which line is wrong. @module */
import { describe, expect, test } from 'vitest'
import { profileOf } from './profile.ts'

test('without settings it is the documented profile', () => {
  const profile = profileOf({})
  expect(profile.path('book')).toBe('/sessions')
  expect(profile.path('addParticipants', '47/11?')).toBe('/sessions/47%2F11%3F/participants')
  expect([profile.wire('moderatorToken'), profile.field('start'), profile.field('unknown')]).toEqual([
    'moderatorToken',
    'start',
    undefined,
  ])
})

test('lines say otherwise; empty ones and comments say nothing', () => {
  const paths = '# ours\r\n\r\nstatus = /api?session={n}\n book=/api/v1/book \n'
  const profile = profileOf({ paths, fieldNames: 'token=key\nstart = from' })
  expect(profile.path('status', '7')).toBe('/api?session=7')
  expect(profile.path('book')).toBe('/api/v1/book')
  expect(profile.path('end', '7')).toBe('/sessions/7')
  expect([profile.wire('token'), profile.field('key'), profile.field('from')]).toEqual(['key', 'token', 'start'])
})

test('two fields may change their names', () => {
  const profile = profileOf({ fieldNames: 'start = end\nend = start' })
  expect([profile.wire('start'), profile.field('start')]).toEqual(['end', 'end'])
})

describe('a path is refused', () => {
  test.each([
    'status',
    'status =',
    'status = sessions/{n}',
    'status = /sessions',
    'status = /{n}/{n}',
    'status = /{m}/{n}',
    'book = /sessions/{n}',
    'status = /../{n}',
    'status = /a/./{n}',
    'status = /a#{n}',
    'status = /a b/{n}',
    'status = /a\\{n}',
    'status = https://evil.example/{n}',
    'status = //evil.example/{n}',
    'status = /{n}\nstatus = /x/{n}',
    'unknown = /{n}',
    '= /{n}',
    '__proto__ = /{n}',
  ])('%j', (paths) => {
    expect(() => profileOf({ paths })).toThrow(expect.objectContaining({ code: 'invalid', field: 'paths' }))
  })

  test('by its line', () => {
    expect(() => profileOf({ paths: 'book = /x\n\nstatus = x' })).toThrow(/Line 3/)
  })
})

test.each([
  'start',
  'start =',
  'start = 1a',
  'start = __proto__',
  'start = a b',
  'start = end',
  'begin = start',
  'start = "x"',
])('the field name %j is refused', (fieldNames) => {
  expect(() => profileOf({ fieldNames })).toThrow(expect.objectContaining({ code: 'invalid', field: 'fieldNames' }))
})
