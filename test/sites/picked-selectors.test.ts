/** What the picker would write into a site's file, on pages built like real CRMs, is what a file may hold. */
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { candidatesFor } from '../../extension/src/picker/candidates.ts'
import { pageOf } from '../../extension/src/picker/page-fixture.ts'
import { lintSelector } from './lint-selector.ts'
import { siteTests } from './table.ts'

const UNSEEN = 'script, style, link, meta, title'
/** As many of a page's elements as are looked at, evenly spread. */
const MOST_PLACES = 150

test.each(siteTests.map(({ site }) => site))('on %s every candidate passes the linter', async (site) => {
  const html = await readFile(new URL(`${site}.html`, import.meta.url), 'utf8')
  // All its pages at once: the templates that hold them are boxes here.
  const boxes = html.replace(/<(\/?)template/g, '<$1div')
  const document = pageOf(boxes.replace(/<!doctype[^>]*>|<\/?(html|head|body)[^>]*>/gi, ''))
  const all = [...document.body.querySelectorAll('*')].filter((element) => !element.matches(UNSEEN))
  const places = all.filter((_, index) => index % Math.ceil(all.length / MOST_PLACES) === 0)
  const candidates = places.flatMap((place) => candidatesFor(place, document))
  expect(candidates.length).toBeGreaterThanOrEqual(places.length)
  const faults = candidates.flatMap(({ selector }) => lintSelector(selector).map((fault) => `${fault}: ${selector}`))
  expect(faults).toEqual([])
})
