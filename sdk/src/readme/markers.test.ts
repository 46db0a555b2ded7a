/** The tables have their place in a README, and everything else in it stays. @module */
import { describe, expect, test } from 'vitest'
import { withTables } from './markers.ts'

describe('a README', () => {
  test('without markers gets its tables at the end, and from then on in their place', () => {
    const first = withTables('# Meet\n\nText.\n', 'one')
    expect(first).toMatch(
      /^# Meet\n\nText\.\n\n## Fields, actions, permissions\n\n<!-- joinery:tables -->\n[^\n]*\n\none\n\n<!-- \/joinery:tables -->\n$/,
    )
    const more = `${first}\n## More\n`
    expect(withTables(more, 'two')).toBe(more.replace('one', 'two'))
    expect(withTables(more, 'one')).toBe(more)
  })

  test('keeps a dollar sign of a table as it is', () => {
    expect(withTables(withTables('', 'one'), '`$&` and `$1`')).toContain('\n`$&` and `$1`\n')
  })

  test.each([
    ['<!-- joinery:tables -->'],
    ['<!-- /joinery:tables -->'],
    ['<!-- /joinery:tables --><!-- joinery:tables -->'],
    ['<!-- joinery:tables --><!-- /joinery:tables --><!-- joinery:tables --><!-- /joinery:tables -->'],
  ])('whose markers are no pair is left alone: %s', (readme) => {
    expect(() => withTables(readme, 'one')).toThrow('The README must have')
  })
})
