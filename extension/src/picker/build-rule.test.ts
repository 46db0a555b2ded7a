import { describe, expect, test } from 'vitest'
import type { SiteRule } from '../sites/rule.ts'
import { readSiteFile } from '../sites/site-file.ts'
import { ownId, recordAt, siteOf } from './build-rule.ts'
import { type Draft, EMPTY, likelyKind, readDraft, writeDraft } from './draft.ts'
import { pageOf, the } from './page-fixture.ts'

const ADDRESS = 'https://crm.example/contacts/57'
const making = { base: null, host: 'crm.example', today: '2026-11-22' }
const draft: Draft = {
  ...EMPTY,
  step: 'check',
  places: 'h1',
  anchor: { selector: 'h1', position: 'append' },
  facts: { name: { selector: 'h1' } },
  key: { from: 'address' },
  address: { path: '/contacts/{id}' },
}
const made = siteOf(draft, making)
const shipped: SiteRule = {
  id: 'product',
  name: 'Product',
  hosts: ['*.product.example'],
  fingerprint: [['element body']],
  verification: { verified: false, date: '2026-01-01', source: 'its documents' },
  examples: [{ url: 'https://x.product.example/contacts/1', kind: 'contact', key: '1' }],
  workspace: 'main',
  shadowHosts: ['x-card'],
  floating: false,
  records: [
    {
      kind: 'contact',
      address: [{ path: '/contacts' }],
      scope: 'tr.person',
      key: [{ from: 'attribute', attribute: 'data-id' }],
      facts: { name: [{ selector: 'td.name' }], email: [{ selector: 'td.mail' }] },
      anchors: [{ selector: 'td.gone', position: 'append' }],
      size: 'compact',
    },
    { ...(made.records[0] as SiteRule['records'][number]), facts: { company: [{ selector: '.firm' }] } },
  ],
}

test('what was picked is a site file for the page’s host', () => {
  expect(readSiteFile(made)).toEqual({ site: made })
  expect(made).toMatchObject({ id: 'own-crm-example', name: 'crm.example', hosts: ['crm.example'] })
  expect(made.records).toEqual([
    {
      kind: 'contact',
      address: [{ path: '/contacts/{id}' }],
      key: [{ from: 'address' }],
      facts: { name: [{ selector: 'h1' }] },
      anchors: [{ selector: 'h1', position: 'append' }],
      size: 'full',
    },
  ])
})

describe('a rule that is mended', () => {
  const mending: Draft = { ...draft, mends: 0, key: undefined, address: undefined, facts: { name: { selector: 'b' } } }
  const mended = siteOf(mending, { ...making, base: shipped })

  test('becomes the host’s own, without what told the product elsewhere', () => {
    expect(mended).toMatchObject({ id: 'own-crm-example', hosts: ['crm.example'], workspace: 'main', floating: false })
    expect(mended.fingerprint).toBeUndefined()
    expect(mended.examples).toEqual([])
    expect(readSiteFile(mended)).toEqual({ site: mended })
  })

  test('keeps what it had behind what was picked, and its other records as they are', () => {
    expect(mended.records[0]).toEqual({
      ...shipped.records[0],
      facts: { name: [{ selector: 'b' }, { selector: 'td.name' }], email: [{ selector: 'td.mail' }] },
      anchors: [
        { selector: 'h1', position: 'append' },
        { selector: 'td.gone', position: 'append' },
      ],
    })
    expect(mended.records[1]).toEqual(shipped.records[1])
  })

  test('has nothing twice when the same is picked again', () => {
    const again = siteOf(mending, { ...making, base: mended })
    expect(again.records).toEqual(mended.records)
  })
})

test('a new record is added to what is known', () => {
  const both = siteOf(draft, { ...making, base: { ...shipped, records: shipped.records.slice(0, 1) } })
  expect(both.records).toHaveLength(2)
  expect(both.shadowHosts).toEqual(['x-card'])
})

describe('the record that a place belongs to', () => {
  const document = pageOf('<h1>Ada</h1><table><tr class="person"><td><b>x</b></td></tr></table>')

  test('is the one in whose scope it stands, where the address fits', () => {
    expect(recordAt(the(document, 'b'), shipped, 'https://crm.example/contacts')).toBe(0)
    expect(recordAt(the(document, 'b'), shipped, 'https://crm.example/companies')).toBeUndefined()
  })

  test('is the page’s, where it stands in no scope', () => {
    expect(recordAt(the(document, 'h1'), shipped, ADDRESS)).toBe(1)
    expect(recordAt(the(document, 'h1'), shipped, 'https://crm.example/contacts')).toBeUndefined()
    expect(recordAt(the(document, 'h1'), null, ADDRESS)).toBeUndefined()
  })
})

test.each([
  ['crm.example', 'own-crm-example'],
  ['[::1]', 'own-1'],
  ['xn--mller-kva.example', 'own-xn-mller-kva-example'],
])('the own site of %s is kept as %s', (host, id) => {
  expect(ownId(host)).toBe(id)
})

test.each([
  ['https://crm.example/contacts/57', 'contact'],
  ['https://crm.example/#Lead/view/5', 'lead'],
  ['https://crm.example/index.php?module=HelpDesk', 'case'],
  ['https://crm.example/opportunities/5', 'deal'],
  ['https://crm.example/companies/5', 'account'],
  ['https://crm.example/5', 'contact'],
])('%s shows a %s', (address, kind) => {
  expect(likelyKind(address)).toBe(kind)
})

test('a draft outlives its page, and one that cannot be read is begun anew', () => {
  expect(readDraft(writeDraft(draft))).toEqual(draft)
  for (const kept of ['', 'null', '[]', '{"step":"finish"}']) expect(readDraft(kept)).toEqual(EMPTY)
})
