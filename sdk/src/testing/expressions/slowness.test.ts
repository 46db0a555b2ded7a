/** Slow expressions are found, and those that only look slow are taken. @module */
import { describe, expect, test } from 'vitest'
import { slownessOf } from './slowness.ts'

const IN_TWO_WAYS = 'doubles the time'
const SHARED = 'the square of its length'

describe('finds slow', () => {
  test.each<[string, string, string?]>([
    // OWASP, "Regular expression Denial of Service", evil regexes.
    ['(a+)+', IN_TWO_WAYS],
    ['([a-zA-Z]+)*', IN_TWO_WAYS],
    ['(a|aa)+', IN_TWO_WAYS],
    ['(a|a?)+', IN_TWO_WAYS],
    ['(.*a){11}', IN_TWO_WAYS],
    ['^(([a-z])+.)+[A-Z]([a-z])+$', IN_TWO_WAYS],
    ['(a*)*', IN_TWO_WAYS],
    ['(a|a)*', IN_TWO_WAYS],
    ['(\\w|\\d)+', IN_TWO_WAYS],
    ['([a-z]|[^,])*', IN_TWO_WAYS],
    ['(a?b?)*', IN_TWO_WAYS],
    ['(x+x+)+y', IN_TWO_WAYS],
    ['(ab?|b?a)*', IN_TWO_WAYS],
    ['(?:a|a){30}', IN_TWO_WAYS],
    ['(?:a{0,5}){0,5}', IN_TWO_WAYS],
    ['(?:\\d{2,3})+', IN_TWO_WAYS],
    ['(?<name>(?:b|b)*)c', IN_TWO_WAYS],
    ['a(?=(b+)+c)', IN_TWO_WAYS],
    ['a(?<!(b+)+c)', IN_TWO_WAYS],
    ['(?:[😀-😎]|😀)*', IN_TWO_WAYS],
    ['(?:k|\u212a)*', IN_TWO_WAYS, 'iu'],
    ['\\s*\\s*x', SHARED],
    ['.*foo.*', SHARED],
    ['\\d+\\.?\\d*', SHARED],
    ['a{1,100}a{1,100}', SHARED],
    ['[a-f]*b?[e-z]*', SHARED],
    ['(a)\\1', 'refers back by \\1'],
    ['(?<n>a)\\k<n>', 'refers back by \\k<n>'],
    ['(?:[ab]c){1,9}'.repeat(200), 'too large'],
  ])('%s', (source, words, flags = 'u') => {
    expect(slownessOf(source, flags)).toContain(words)
  })
})

describe('takes', () => {
  test.each<[string, string?]>([
    [''],
    ['a|b|'],
    ['(a|b)*'],
    ['(a|ab)*'],
    ['(.|\\n)*'],
    ['\\s*,\\s*'],
    ['(\\s*,\\s*[a-z][a-z-]{0,39})*'],
    ['(?:[0-9A-F]{2}:){31}'],
    ['(?:\\d{3} ?)+'],
    ['(?:[^/]+/)*'],
    ['[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}'],
    ['https?://([^/]+)/'],
    ['[^,\\s\\p{C}](?:[^,\\p{C}]{0,254}[^,\\s\\p{C}])'],
    ['(?<!\\d\\s?)((?:\\d\\s?)?\\d{3}\\s?\\d{3}\\s?\\d{3})(?!\\s?\\d)', 'iu'],
    ['[\\]\\-a]*\\]b', 'u'],
    ['(?:k|\u212a)*'],
    ['\\u{1F600}*\\ud83d\\ude01*'],
    ['(?:a{3})*b{0}'],
  ])('%s', (source, flags = 'u') => {
    expect(slownessOf(source, flags)).toBeUndefined()
  })
})

test('what is found slow is, and what is taken is not, on the engine that runs it', () => {
  const milliseconds = (source: string, text: string) => {
    const before = performance.now()
    new RegExp(`^(?:${source})$`, 'u').test(text)
    return performance.now() - before
  }
  expect(milliseconds('(?:[A-Za-z]+ ?)+', `${'a'.repeat(22)}!`)).toBeGreaterThan(50)
  for (const source of [
    '(\\s*,\\s*[a-z][a-z-]{0,39})*',
    '(?:[^/]+/)*',
    '(?:\\d{3} ?)+',
    '[^,\\s](?:[^,]{0,1999}[^,\\s])',
  ]) {
    for (const sign of ['a', ' ', ',', '1', '/', ', a', '111 ', 'a/']) {
      expect(milliseconds(source, `${sign.repeat(2000 / sign.length)}!`)).toBeLessThan(1000)
    }
  }
})
