/** Raw values are read by their fields, or refused with a sentence. @module */
import { describe, expect, test } from 'vitest'
import type { PluginError } from './errors.ts'
import type { Field, Fields } from './fields.ts'
import { isShown, readFields } from './read-fields.ts'
import { Secret } from './secret.ts'

const label = { en: 'Thing', de: 'Ding' }
const text = { type: 'text', label } as const
const read = (field: Field, given: unknown) => readFields({ thing: field }, { thing: given }).thing

function refusal(fields: Fields, raw: { readonly [name: string]: unknown }): PluginError {
  try {
    readFields(fields, raw)
  } catch (error) {
    return error as PluginError
  }
  throw new Error('it was taken')
}

describe('readFields takes', () => {
  test.each<[string, Field, unknown, unknown]>([
    ['a text', text, ' a ', ' a '],
    ['a whole number as text', text, 5678, '5678'],
    ['a text that its pattern fits', { ...text, pattern: 'a|b' }, 'b', 'b'],
    ['lines', { ...text, multiline: true }, 'a\r\n\tb', 'a\r\n\tb'],
    ['a text of the greatest length', { ...text, maxLength: 3 }, 'abc', 'abc'],
    ['an https address', { type: 'url', label }, 'https://A.example', 'https://a.example/'],
    ['http on loopback', { type: 'url', label }, 'http://127.0.0.1:8080/x?y=1', 'http://127.0.0.1:8080/x?y=1'],
    ['http on localhost', { type: 'url', label }, 'http://localhost/', 'http://localhost/'],
    ['http on the other loopback', { type: 'url', label }, 'http://[::1]/', 'http://[::1]/'],
    ['a number', { type: 'number', label }, 1.5, 1.5],
    ['a number as text', { type: 'number', label }, '-1.5', -1.5],
    ['the limits', { type: 'number', label, min: 1, max: 1, integer: true }, 1, 1],
    ['zero', { type: 'number', label }, 0, 0],
    ['no', { type: 'boolean', label, default: true }, false, false],
    ['a choice', { type: 'choice', label, options: { a: 'A' } }, 'a', 'a'],
    ['a choice by number', { type: 'choice', label, options: { 2: 'Two' } }, 2, '2'],
    ['a moment', { type: 'datetime', label }, 1_700_000_000_000, 1_700_000_000_000],
    ['a moment as text', { type: 'datetime', label }, '2023-11-14T22:13:20Z', 1_700_000_000_000],
    ['a moment with an offset', { type: 'datetime', label }, '2023-11-14T23:13:20+01:00', 1_700_000_000_000],
    ['an e-mail address', { type: 'email', label }, ' zoe+test@example.com ', 'zoe+test@example.com'],
    ['a file', { type: 'file', label }, { name: 'a.csv', text: 'x', size: 1 }, { name: 'a.csv', text: 'x' }],
    ['a list', { type: 'list', label, fields: { a: text } }, [{ a: 1 }, { a: 'b', c: 2 }], [{ a: '1' }, { a: 'b' }]],
  ])('%s', (_title, field, given, expected) => {
    expect(read(field, given)).toEqual(expected)
  })

  test('a secret as Secret, given as text or Secret', () => {
    const field = { type: 'secret', label } as const
    for (const given of ['k', new Secret('k')]) {
      const value = read(field, given)
      expect(value).toBeInstanceOf(Secret)
      expect((value as Secret).reveal()).toBe('k')
    }
  })
})

describe('readFields refuses', () => {
  test.each<[string, Field, unknown, string]>([
    ['an object as text', text, {}, 'must be text'],
    ['a fraction as text', text, 1.5, 'must be text'],
    ['yes as text', text, true, 'must be text'],
    ['half a character', text, 'a\ud83d', 'must be text'],
    ['a long text', { ...text, maxLength: 3 }, 'abcd', 'longer than 3'],
    ['a long text without a limit of its own', text, 'x'.repeat(1001), 'longer than 1000'],
    ['a long text with a pattern', { ...text, pattern: 'x+', maxLength: 1e6 }, 'x'.repeat(2001), 'longer than 2000'],
    ['a line break', text, 'a\nb', 'control character'],
    ['a null character', text, 'a\0', 'control character'],
    ['a C1 control character', text, 'a\u0085', 'control character'],
    ['a null character among lines', { ...text, multiline: true }, 'a\0\n', 'control character'],
    ['another form', { ...text, pattern: 'a|b' }, 'ab', 'form asked for'],
    ['a form that fits in part', { ...text, pattern: '\\d+' }, '1a', 'form asked for'],
    ['another form, with its hint', { ...text, pattern: 'a', patternHint: 'an a.' }, 'b', 'Thing: an a.'],
    ['a number as secret', { type: 'secret', label }, 7, 'must be text'],
    ['a long secret', { type: 'secret', label }, 'x'.repeat(20_001), 'longer than 20000'],
    ['http', { type: 'url', label }, 'http://a.example/', 'https address'],
    ['http on a look-alike of loopback', { type: 'url', label }, 'http://127.0.0.1.evil.example/', 'https address'],
    ['http on a host that starts so', { type: 'url', label }, 'http://localhost.evil.example/', 'https address'],
    ['a script', { type: 'url', label }, 'javascript:alert(1)', 'https address'],
    ['a name and password', { type: 'url', label }, 'https://a:b@c.example/', 'https address'],
    ['a fragment', { type: 'url', label }, 'https://c.example/#a', 'https address'],
    ['a relative address', { type: 'url', label }, '/a', 'https address'],
    ['a long address', { type: 'url', label }, `https://c.example/${'x'.repeat(2048)}`, 'https address'],
    ['a number as address', { type: 'url', label }, 7, 'https address'],
    ['words as number', { type: 'number', label }, 'seven', 'must be a number'],
    ['hex as number', { type: 'number', label }, '0x10', 'must be a number'],
    ['white space as number', { type: 'number', label }, ' ', 'must be a number'],
    ['infinity', { type: 'number', label }, Number.POSITIVE_INFINITY, 'must be a number'],
    ['no number', { type: 'number', label }, Number.NaN, 'must be a number'],
    ['a fraction', { type: 'number', label, integer: true }, 1.5, 'whole number'],
    ['too little', { type: 'number', label, min: 5 }, 4, 'at least 5'],
    ['too much', { type: 'number', label, max: 30 }, 31, 'at most 30'],
    ['a word as yes', { type: 'boolean', label }, 'yes', 'yes or no'],
    ['1 as yes', { type: 'boolean', label }, 1, 'yes or no'],
    ['another choice', { type: 'choice', label, options: { a: 'A' } }, 'b', 'values offered'],
    ['a choice that every object has', { type: 'choice', label, options: { a: 'A' } }, 'constructor', 'values offered'],
    ['a moment without its zone', { type: 'datetime', label }, '2023-11-14T22:13:20', 'time zone'],
    ['a day that is none', { type: 'datetime', label }, '2023-13-45T22:13:20Z', 'time zone'],
    ['half a millisecond', { type: 'datetime', label }, 0.5, 'time zone'],
    ['an e-mail without a domain', { type: 'email', label }, 'zoe@example', 'e-mail'],
    ['two addresses', { type: 'email', label }, 'a@b.example,c@d.example', 'e-mail'],
    ['an address with a name', { type: 'email', label }, 'Zoë <z@b.example>', 'e-mail'],
    ['a long address for mail', { type: 'email', label }, `${'x'.repeat(250)}@b.example`, 'e-mail'],
    ['a text as file', { type: 'file', label }, 'a.csv', 'must be a file'],
    ['a file without text', { type: 'file', label }, { name: 'a.csv' }, 'must be a file'],
    ['a large file', { type: 'file', label, maxBytes: 2 }, { name: 'a', text: 'abc' }, 'longer than 2'],
    ['an object as list', { type: 'list', label, fields: {} }, {}, 'must be a list'],
    ['a row that is none', { type: 'list', label, fields: {} }, [null], 'must be a list'],
    ['too few rows', { type: 'list', label, fields: {}, minItems: 2 }, [{}], 'at least 2'],
    ['too many rows', { type: 'list', label, fields: {}, maxItems: 1 }, [{}, {}], 'at most 1'],
  ])('%s', (_title, field, given, words) => {
    const error = refusal({ thing: field }, { thing: given })
    expect(error).toMatchObject({ name: 'PluginError', code: 'invalid', field: 'thing' })
    expect(error.message).toContain(words)
    expect(Object.keys(error.text)).toEqual(['en', 'de'])
  })

  test.each([undefined, null, ''])('nothing where something is needed: %j', (given) => {
    expect(refusal({ thing: text }, { thing: given })).toMatchObject({ code: 'missing', field: 'thing' })
  })

  test('an empty Secret as missing', () => {
    const fields = { thing: { type: 'secret', label } } as const
    expect(refusal(fields, { thing: new Secret('') })).toMatchObject({ code: 'missing', field: 'thing' })
  })

  test('a fault within a list by its row and column', () => {
    const fields = { people: { type: 'list', label, fields: { email: { type: 'email', label } } } } as const
    const error = refusal(fields, { people: [{ email: 'a@b.example' }, { email: 'x' }] })
    expect(error).toMatchObject({ code: 'invalid', field: 'people.1.email' })
  })

  test('a value without repeating it', () => {
    const error = refusal({ thing: { ...text, maxLength: 3 } }, { thing: 'hush-hush' })
    expect(JSON.stringify([error.message, error.text])).not.toContain('hush')
  })
})

describe('a form', () => {
  test('fills in defaults and leaves optional fields undefined', () => {
    const fields = {
      a: { ...text, default: 'x' },
      b: { type: 'boolean', label },
      c: { ...text, optional: true },
      d: { type: 'number', label, default: 0 },
    } as const
    expect(readFields(fields, {})).toEqual({ a: 'x', b: false, c: undefined, d: 0 })
  })

  test('drops names that are no fields, and takes none from the prototype', () => {
    const raw = JSON.parse('{"a":"1","more":"2","__proto__":{"b":"3"},"constructor":"4"}')
    const fields = { a: text, b: { ...text, optional: true } } as const
    const values = readFields(fields, raw)
    expect(values).toEqual({ a: '1', b: undefined })
    expect(Object.getPrototypeOf(values)).toBe(Object.prototype)
    expect(readFields(fields, Object.create({ a: 'inherited', b: 'inherited' }, { a: { value: 'own' } }))).toEqual({
      a: 'own',
      b: undefined,
    })
  })

  test('does not ask for what is not shown', () => {
    const fields = { way: { type: 'boolean', label }, thing: { ...text, when: { way: true } } } as const
    expect(readFields(fields, { way: false })).toEqual({ way: false, thing: undefined })
    expect(refusal(fields, { way: true })).toMatchObject({ code: 'missing', field: 'thing' })
  })

  test('isShown compares every condition strictly', () => {
    const field: Field = { ...text, when: { a: '1', b: true } }
    expect(isShown(field, { a: '1', b: true })).toBe(true)
    expect(isShown(field, { a: 1, b: true })).toBe(false)
    expect(isShown(field, { a: '1' })).toBe(false)
    expect(isShown(text, {})).toBe(true)
  })

  test('isShown takes any of the values that a condition lists, and no other', () => {
    const field: Field = { ...text, when: { a: ['1', 2], b: [true] } }
    expect(isShown(field, { a: '1', b: true })).toBe(true)
    expect(isShown(field, { a: 2, b: true })).toBe(true)
    expect(isShown(field, { a: '2', b: true })).toBe(false)
    expect(isShown(field, { a: '1', b: false })).toBe(false)
    expect(isShown(field, { b: true })).toBe(false)
    expect(isShown({ ...text, when: { a: [] } }, { a: '1' })).toBe(false)
  })
})
