/** A check's page in the browser. @module */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checks } from '../testing/checks.ts'
import { pageOf } from '../testing/report.ts'
import { checkPage } from './check-page.ts'

describe('a page', () => {
  test('has headings, code, words in bold, lists and links to pages beside it', () => {
    const html = checkPage(
      '# pure\n\n**A link** is `a < b`; see [facts](hostile-facts.md).\n\n- one\n- two\n\n```ts\n# no heading\n```\n',
    )
    expect(html).toContain('<title>pure</title>')
    expect(html).toContain(
      '<h1>pure</h1>\n<p><strong>A link</strong> is <code>a &lt; b</code>; see <a href="hostile-facts">facts</a>.</p>',
    )
    expect(html).toContain('<ul><li>one</li><li>two</li></ul>')
    expect(html).toContain('<code># no heading\n</code>')
  })

  test('is nothing but what it says: no markup, no link elsewhere', () => {
    const html = checkPage(
      '# x\n\n<script>alert(1)</script> [there](https://evil.example/) [here](javascript:alert.md)',
    )
    expect(html).not.toMatch(/<script|href="(https|javascript)/)
  })

  test.each(checks.map(({ id }) => id))('of %s leaves no sign of Markdown in its prose', (id) => {
    const html = checkPage(readFileSync(new URL(`../../${pageOf(id)}`, import.meta.url), 'utf8'))
    const prose = html.replaceAll(/<pre[\s\S]*?<\/pre>/g, '').replaceAll(/<code>.*?<\/code>/gs, '')
    expect(prose.replace(/<link[^>]*>/, '')).not.toMatch(/```|\*\*|^#|\]\(|`/m)
  })
})
