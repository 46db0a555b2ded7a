import { describe, expect, test } from 'vitest'
import { lintSite } from './lint.ts'
import { lintSelector } from './lint-selector.ts'

describe('selectors that are cheap and last are accepted', () => {
  test.each([
    '[data-testid="phone-number-button"]',
    '#con2_ileinner',
    '[id="sys_display.incident.caller_id"]',
    'input[data-id="emailaddress1.fieldControl-mail-text-input"]',
    '.o_field_widget[name="name"] input',
    'tr.list-row[data-id] > td.cell[data-name="name"] a.link',
    'h1 + .title',
    'h1 ~ [title]',
    '[title*="@"]',
    'td[data-table-external-id*="name-"]',
    'a[href^="mailto:"]',
    'a[href*="/person/"]:not([hidden])',
    '.viewContainer:not([style*="none"])',
    'tr.row:has(> td.email)',
    'records-record-layout-item:has(lightning-formatted-email)',
    'li:first-child',
    'scrm-field.field-name-phone_work scrm-phone-detail a',
    'macroponent-f51912f4c700201072b211d4d8c26010',
  ])('%s', (selector) => {
    expect(lintSelector(selector)).toEqual([])
  })
})

describe('selectors that are slow, or of use for one build or one language only, are refused', () => {
  test.each([
    ['invalid', ['h1 >', '[data-x', '.1a', 'a..b', '', '> a', 'a:visible', 'a:contains("Phone")', '[data-x=1]', 'a;b']],
    ['comma-list', ['h1, h2', 'a:is(.b, .c)', 'a:not(.b, .c)']],
    ['universal', ['*', '* a', 'a > *', 'tr.row:has(> *)', ':not(*)']],
    ['class-fragment', ['[class*="title"]', '[class^="a"]', 'a[class$="b"]', '[class="a b"]', '[class~="a"]']],
    ['has', ['div:has(> span > a)', ':has(a)', '.row:has(a) .cell', 'div:not(:has(a))', '.list div:has(b)']],
    ['nth', ['td:nth-child(2)', 'td:nth-of-type(2n+1)', 'tr.row:has(td:nth-last-child(1))']],
    ['pseudo-class', ['a:hover', ':scope > a', ':root a', 'a::before', 'p:lang(en)']],
    [
      'random-name',
      ['.sc-bdVaJa', '#ember42', '.Button_a1b2c', 'div.css-1q2w3e > a', '[data-v-7ba5bd90]', '#ext-gen17'],
    ],
    ['random-name', ['[id="yui_3_18"]', '[data-id="20417"]', 'a:not(.jss12)', '[name="_3kf9s"]']],
    [
      'localised-text',
      ['[title="Case Number"]', '[aria-label*="Phone"]', 'input[placeholder="Name"]', 'img[alt="Mail"]'],
    ],
    ['localised-text', ['[field-label="Email"]', 'tr.row:has([title="Name"])', '[data-label="電話"]']],
  ] as const)('%s: %o', (fault, selectors) => {
    for (const selector of selectors) expect([selector, lintSelector(selector)]).toEqual([selector, [fault]])
  })

  test('each fault once, all that there are', () => {
    expect(lintSelector('* > *, td:nth-child(1)').toSorted()).toEqual(['comma-list', 'nth', 'universal'])
  })
})

const record = {
  kind: 'contact',
  address: [{ path: '/contacts/{id}' }],
  scope: 'article',
  key: [{ from: 'address' }],
  facts: { name: [{ selector: 'h1' }] },
  anchors: [{ selector: 'h1', position: 'append' }],
  size: 'full',
}
const row = {
  kind: 'contact',
  address: [{ path: '/contacts' }, { path: '**/people' }],
  scope: 'tr',
  key: [{ from: 'link', selector: 'a', address: [{ path: '/contacts/{number}' }] }],
  facts: {},
  anchors: [{ selector: 'td', position: 'append' }],
  size: 'compact',
}
const site = {
  id: 'acme-crm',
  name: 'Acme CRM',
  hosts: ['*.acme.example'],
  fingerprint: [['meta generator=Acme CRM', 'asset acme.*.js', 'element body.acme', 'element acme-root']],
  verification: { verified: true, date: '2026-04-22', version: '8' },
  examples: [
    { url: 'https://x.acme.example/contacts/5', kind: 'contact', key: '5' },
    { url: 'https://x.acme.example/contacts' },
  ],
  floating: true,
  records: [record, row],
}

test('a sound file has no faults', () => {
  expect(lintSite({ $schema: './schema/site.schema.json', ...site })).toEqual([])
})

describe('what is wrong is refused by its own rule, at its own place', () => {
  const withRecord = (changes: object) => ({ ...site, records: [{ ...record, ...changes }] })
  const withRow = (changes: object) => ({ ...site, records: [{ ...row, ...changes }] })
  const { hosts: _, fingerprint: __, ...nowhere } = site
  const { scope: ___, ...rowAnywhere } = row

  test.each<[what: string, json: unknown, rule: string, path: string]>([
    ['no object', 'site', 'shape', ''],
    ['an unknown field', { ...site, logo: 'x' }, 'shape', 'logo'],
    ['a fact of no known kind', withRecord({ facts: { age: [{ selector: 'b' }] } }), 'shape', 'records[0].facts.age'],
    ['a fact without sources', withRecord({ facts: { name: [] } }), 'shape', 'records[0].facts.name'],
    ['a host with a path', { ...site, hosts: ['acme.example/crm'] }, 'shape', 'hosts[0]'],
    ['a host of any name', { ...site, hosts: ['*'] }, 'shape', 'hosts[0]'],
    ['a host of one house', { ...site, hosts: ['a.example', 'crm'] }, 'host', 'hosts[1]'],
    ['a host behind a proxy', { ...site, hosts: ['acme.example.mcas.ms'] }, 'host', 'hosts[0]'],
    ['neither host nor mark', nowhere, 'no-pages', 'hosts'],
    ['a first mark with a star', { ...site, fingerprint: [['asset acme.*.js']] }, 'mark', 'fingerprint[0][0]'],
    ['a mark with a folder', { ...site, fingerprint: [['meta a=b', 'asset js/a.js']] }, 'mark', 'fingerprint[0][1]'],
    ['a mark of two elements', { ...site, fingerprint: [['element body main']] }, 'mark', 'fingerprint[0][0]'],
    ['a mark of a class alone', { ...site, fingerprint: [['element .acme']] }, 'mark', 'fingerprint[0][0]'],
    ['a workspace in a list', { ...site, workspace: '.a, .b' }, 'comma-list', 'workspace'],
    ['a shadow host by class', { ...site, shadowHosts: ['[class*="x"]'] }, 'class-fragment', 'shadowHosts[0]'],
    ['a scope by number', withRecord({ scope: 'div:nth-child(2)' }), 'nth', 'records[0].scope'],
    [
      'a key by hash',
      withRecord({ key: [{ from: 'attribute', attribute: 'data-id', selector: '.css-1q2w3e' }] }),
      'random-name',
      'records[0].key[0].selector',
    ],
    [
      'a fact by its label',
      withRecord({ facts: { name: [{ title: true }, { selector: '[title="Name"]' }] } }),
      'localised-text',
      'records[0].facts.name[1].selector',
    ],
    [
      'an anchor by what it holds',
      withRecord({ anchors: [{ selector: 'div:has(a)', position: 'append' }] }),
      'has',
      'records[0].anchors[0].selector',
    ],
    ['an address that says nothing', { ...site, frames: [{}] }, 'address', 'frames[0]'],
    [
      'a star in a word',
      withRow({ address: [{ path: '/cont*' }, row.address[0]] }),
      'address',
      'records[0].address[0]',
    ],
    ['a path without a slash', { ...site, frames: [{ path: 'form' }] }, 'address', 'frames[0]'],
    ['a hash with its sign', { ...site, frames: [{ hash: '#form' }] }, 'address', 'frames[0]'],
    ['two ids', { ...site, frames: [{ path: '/{id}', query: { a: '{number}' } }] }, 'address', 'frames[0]'],
    ['a key from addresses without one', withRecord({ address: [{ path: '/contacts' }] }), 'key', 'records[0].key[0]'],
    [
      'a key from some of the addresses',
      withRecord({ address: [{ path: '/contacts/{id}' }, { path: '/me' }] }),
      'key',
      'records[0].key[0]',
    ],
    [
      'a key from a link without one',
      withRow({ key: [{ from: 'link', selector: 'a', address: [{ path: '/contacts' }] }] }),
      'key',
      'records[0].key[0]',
    ],
    [
      'a key from a fact that is not there',
      withRecord({ key: [{ from: 'fact', fact: 'email' }] }),
      'key',
      'records[0].key[0]',
    ],
    [
      'a fact from two places at once',
      withRecord({ facts: { name: [{ selector: 'input', attribute: 'title', value: true }] } }),
      'source',
      'records[0].facts.name[0]',
    ],
    ['rows without a scope', { ...site, records: [rowAnywhere] }, 'row-without-scope', 'records[0]'],
    [
      'buttons inside an input',
      withRecord({ anchors: [{ selector: 'h1 input', position: 'append' }] }),
      'anchor',
      'records[0].anchors[0]',
    ],
    ['no place for buttons', { ...withRecord({ anchors: [] }), floating: false }, 'no-buttons', 'records[0]'],
    ['rows without a place for buttons', withRow({ anchors: [] }), 'no-buttons', 'records[0]'],
    [
      'a record without an example',
      { ...site, examples: [{ url: 'https://a.acme.example/contacts' }] },
      'no-example',
      'records[0]',
    ],
    ['a list without an example', { ...site, examples: site.examples.slice(0, 1) }, 'no-example', 'records[1]'],
    ['an example of another kind', { ...site, records: [{ ...record, kind: 'lead' }] }, 'no-example', 'records[0]'],
  ])('%s', (_what, json, rule, path) => {
    expect(lintSite(json)).toEqual([{ path, rule, text: expect.any(String) }])
  })
})
