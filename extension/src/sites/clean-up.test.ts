import { describe, expect, test } from 'vitest'
import { cleanUp } from './clean-up.ts'
import type { CleanUp } from './rule.ts'

describe.each<[CleanUp, readonly (readonly [text: string, cleaned: string])[]]>([
  [
    'after-colon',
    [
      ['User: Ada Byron', 'Ada Byron'],
      ['#12: Printer: no ink', 'Printer: no ink'],
      ['Nom : Ada Byron', 'Ada Byron'],
      ['姓名：王小明', '王小明'],
      ['Name:', ''],
      ['at 10:30', 'at 10:30'],
      ['Ada Byron', 'Ada Byron'],
    ],
  ],
  [
    'after-dash',
    [
      ['Odoo - Ada Byron', 'Ada Byron'],
      ['Odoo – Ada - Byron', 'Ada - Byron'],
      ['Odoo - ', ''],
      ['Anne-Marie Byron', 'Anne-Marie Byron'],
    ],
  ],
  [
    'before-dash',
    [
      ['Ada Byron - contact details', 'Ada Byron'],
      ['Anne-Marie Byron — contact details — CRM', 'Anne-Marie Byron'],
      [' - contact details', ''],
      ['Ada Byron', 'Ada Byron'],
    ],
  ],
  [
    'before-bar',
    [
      ['Ada Byron | Contact | CRM', 'Ada Byron'],
      ['Ada Byron', 'Ada Byron'],
    ],
  ],
  [
    'name-after-company',
    [
      ['Analytical Engines, Ada Byron', 'Ada Byron'],
      ['Analytical Engines, Inc., Ada Byron', 'Ada Byron'],
      ['Analytical Engines Co., Ltd., Ada Byron', 'Ada Byron'],
      ['Počítače, s.r.o., Jan Novák', 'Jan Novák'],
      ['Máquinas, S.A. de C.V., José Núñez', 'José Núñez'],
      ['Analytical Engines, Ada Byron, PhD', 'Ada Byron, PhD'],
      ['Analytical Engines, Inc.', 'Analytical Engines, Inc.'],
      ['Analytical Engines,', ''],
      ['Ada Byron', 'Ada Byron'],
    ],
  ],
  [
    'company-before-name',
    [
      ['Analytical Engines, Ada Byron', 'Analytical Engines'],
      ['Analytical Engines, Inc., Ada Byron', 'Analytical Engines, Inc.'],
      ['O’Brien & Sons <Ltd>, Ada Byron, PhD', 'O’Brien & Sons <Ltd>'],
      ['Ada Byron', ''],
      [', Ada Byron', ''],
    ],
  ],
  [
    'last-name-first',
    [
      ['Byron, Ada', 'Ada Byron'],
      ['van der Berg,Anne-Marie', 'Anne-Marie van der Berg'],
      ['Byron, Ada, PhD', 'Byron, Ada, PhD'],
      ['Byron,', 'Byron,'],
      ['Ada Byron', 'Ada Byron'],
    ],
  ],
  [
    'name-of-mailbox',
    [
      ['Ada Byron <ada@example.com>', 'Ada Byron'],
      ['"Byron, Ada" <ada@example.com>', 'Byron, Ada'],
      ['"Ada \\"the first\\" Byron" <ada@example.com>', 'Ada "the first" Byron'],
      ['O’Brien <Ltd> <info@obrien.example>', 'O’Brien <Ltd>'],
      ['Ada <ada@example.com>, Charles <charles@example.com>', 'Ada'],
      ['<ada@example.com>', ''],
      ['ada@example.com', ''],
      ['Ada Byron', 'Ada Byron'],
      ['O’Brien & Sons <Ltd>', 'O’Brien & Sons <Ltd>'],
    ],
  ],
  [
    'address-of-mailbox',
    [
      ['Ada Byron <ada@example.com>', 'ada@example.com'],
      ['O’Brien <Ltd> <info@obrien.example>', 'info@obrien.example'],
      ['Ada <ada@example.com>, Charles <charles@example.com>', 'ada@example.com'],
      ['ada@example.com (Ada Byron)', 'ada@example.com'],
      ['ada@example.com', 'ada@example.com'],
      ['root', ''],
      ['Ada @ home', ''],
    ],
  ],
  [
    'target-of-link',
    [
      ['mailto:ada@example.com?subject=Hello', 'ada@example.com'],
      ['MAILTO:ada%2Bcrm@example.com,charles@example.com', 'ada+crm@example.com'],
      ['tel:+44%2020%207946%200123', '+44 20 7946 0123'],
      ['tel:+44-20-5550-100;ext=5', '+44-20-5550-100'],
      ['callto://+442055500100', '+442055500100'],
      ['mailto:%41da%FF@example.com', 'Ada%FF@example.com'],
      ['mailto:100%@example.com', '100%@example.com'],
      ['mailto:ada@example.com%0D%0ABcc:eve@example.com', 'ada@example.com Bcc:eve@example.com'],
      ['mailto:', ''],
      ['https://example.com/?a=b', 'https://example.com/?a=b'],
    ],
  ],
])('%s', (step, cases) => {
  test.each(cases)('makes of “%s” “%s”', (text, cleaned) => {
    expect(cleanUp(text, [step])).toBe(cleaned)
  })
})

test('steps follow each other', () => {
  expect(cleanUp('User: Ada Byron <ada@example.com>', ['after-colon', 'name-of-mailbox'])).toBe('Ada Byron')
  expect(cleanUp('mailto:Ada%20%3Cada@example.com%3E', ['target-of-link', 'address-of-mailbox'])).toBe(
    'ada@example.com',
  )
})

test('without a step, too, a text comes on one line, without what nobody sees', () => {
  expect(cleanUp('\n  Ada\u00a0\t Byron \u0000', [])).toBe('Ada Byron')
  expect(cleanUp('\u202a(415) 555-0134\u202c \u200e', [])).toBe('(415) 555-0134')
  // A joiner between letters is part of the name.
  expect(cleanUp('علی\u200cرضا', [])).toBe('علی\u200cرضا')
  expect(cleanUp('Ada \ud83d', [])).toBe('Ada \ufffd')
})

test('what is longer than any fact is cut off', () => {
  expect(cleanUp('a'.repeat(5000), [])).toHaveLength(1000)
})

describe('no text keeps a clean-up busy', () => {
  const steps: readonly CleanUp[] = [
    'after-colon',
    'after-dash',
    'before-dash',
    'before-bar',
    'name-after-company',
    'company-before-name',
    'last-name-first',
    'name-of-mailbox',
    'address-of-mailbox',
    'target-of-link',
  ]
  const texts = ['<', '<a', 'a@', '<@', ' -', ': ', ',', '"\\', '%41', 'mailto:', '\u200e ', '(', '@'].map((part) =>
    part.repeat(500_000 / part.length),
  )
  test.each(steps)('%s', (step) => {
    const start = performance.now()
    for (const text of texts) cleanUp(text, [step])
    expect(performance.now() - start).toBeLessThan(500)
  })
})
