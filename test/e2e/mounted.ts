/** What the extension mounted in a page, put where axe can look into it: a closed root and its frame hide all from it. @module */
import type { Page, Session } from '../browsers/session.ts'
import { ALL_RULES, violations } from './axe.ts'

// What is about a whole page, of which ours is a part.
const OF_PAGES = ['region', 'landmark-one-main', 'page-has-heading-one', 'bypass', 'document-title', 'html-has-lang']
const options = {
  ...ALL_RULES,
  rules: { ...ALL_RULES.rules, ...Object.fromEntries(OF_PAGES.map((rule) => [rule, { enabled: false }])) },
}

/** The violations in everything that is mounted in a page. */
export async function violationsInMounted(session: Session, page: Page): Promise<readonly string[]> {
  const found: string[] = []
  const copy = await session.open('about:blank')
  for (const markup of new Set(await page.ownMarkup?.())) {
    await copy.reload()
    await copy.evaluate(show, markup)
    found.push(...(await violations(copy, options)))
  }
  await copy.close()
  return found
}

// Runs in an empty page.
function show(markup: string): void {
  if (markup.startsWith('<html')) {
    document.open()
    document.write(markup)
    document.close()
    return
  }
  const host = document.createElement('div')
  host.attachShadow({ mode: 'open' }).innerHTML = markup
  document.body.append(host)
}
