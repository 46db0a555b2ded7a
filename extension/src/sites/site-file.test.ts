import { describe, expect, test } from 'vitest'
import { readSiteFile } from './site-file.ts'

const record = {
  kind: 'contact',
  address: [{ path: '/contacts/{id}', query: { view: 'full' } }],
  scope: 'article',
  key: [{ from: 'address' }, { from: 'attribute', attribute: 'data-id' }, { from: 'fact', fact: 'email' }],
  facts: {
    name: [{ selector: 'h1' }, { title: true, clean: ['after-dash'] }],
    email: [{ selector: 'input', value: true }],
  },
  anchors: [
    { selector: 'h1', position: 'append' },
    { selector: 'header', position: 'after' },
  ],
  size: 'full',
}
const site = {
  id: 'acme-crm',
  name: 'Acme CRM',
  hosts: ['*.acme.example'],
  verification: { verified: false, date: '2026-04', source: 'The documentation.' },
  examples: [{ url: 'https://x.acme.example/contacts/5', kind: 'contact', key: '5' }],
  floating: true,
  records: [record],
}

/** The file with another value at a place. */
function siteWith(path: string, value: unknown): unknown {
  const keys = path.match(/[^.[\]]+/g) ?? []
  const copy = structuredClone(site) as unknown
  const last = keys.pop() ?? ''
  const place = keys.reduce<unknown>((inside, key) => (inside as Record<string, unknown>)[key], copy)
  if (value === undefined) delete (place as Record<string, unknown>)[last]
  else (place as Record<string, unknown>)[last] = value
  return copy
}

test('a file that is as it should be is taken as it stands', () => {
  expect(readSiteFile(site)).toEqual({ site })
})

test('a file may name its schema, which is no part of the site', () => {
  expect(readSiteFile({ $schema: './schema/site.schema.json', ...site })).toEqual({ site })
})

test('a fingerprint stands in for host names, and one of the two there must be', () => {
  const { hosts: _, ...without } = site
  expect(readSiteFile({ ...without, fingerprint: [['meta generator=Acme', 'asset acme.*.js']] })).toHaveProperty('site')
  expect(readSiteFile(without)).toEqual({ problem: { path: 'hosts', fault: 'noPages', allowed: '' } })
})

describe('what is wrong is named by its place', () => {
  test.each<[path: string, value: unknown, fault: string, allowed?: string]>([
    ['name', undefined, 'missing'],
    ['name', '', 'empty'],
    ['name', 7, 'wrongKind'],
    ['name', 'x'.repeat(101), 'tooLong', '100'],
    ['nmae', 'Acme', 'unknown'],
    ['id', 'Acme CRM', 'wrongForm'],
    ['id', '../acme', 'wrongForm'],
    ['hosts', 'acme.example', 'wrongKind'],
    ['hosts', [], 'empty'],
    ['hosts', Array.from({ length: 51 }, () => 'a.example'), 'tooMany', '50'],
    ['hosts[0]', '*', 'wrongForm'],
    ['hosts[0]', '*.com', 'wrongForm'],
    ['hosts[0]', 'https://acme.example', 'wrongForm'],
    ['hosts[0]', 'acme.example:8080', 'wrongForm'],
    ['hosts[0]', 'ac*me.example', 'wrongForm'],
    ['hosts[0]', 'Acme.example', 'wrongForm'],
    ['fingerprint', [['body.acme']], 'wrongForm'],
    ['verification.verified', 'yes', 'wrongChoice', 'true, false'],
    ['verification.source', undefined, 'missing'],
    ['verification.version', '8', 'unknown'],
    ['verification.date', 'last week', 'wrongForm'],
    ['examples[0].kind', 'person', 'wrongChoice', 'contact, lead, account, case, deal'],
    ['floating', undefined, 'missing'],
    ['records', [], 'empty'],
    ['records[0]', null, 'wrongKind'],
    ['records[0].selector', 'h1', 'unknown'],
    ['records[0].address[0].query.view', 5, 'wrongKind'],
    ['records[0].address[0].path', 'x'.repeat(501), 'tooLong', '500'],
    ['records[0].scope', 'x'.repeat(301), 'tooLong', '300'],
    ['records[0].key[0].from', 'url', 'wrongChoice', 'address, attribute, link, fact'],
    ['records[0].key[1].attribute', undefined, 'missing'],
    ['records[0].key[2].fact', 'age', 'wrongChoice', 'firstName, lastName, name, email, phone, company, device'],
    ['records[0].facts.age', [{ selector: 'b' }], 'unknown'],
    ['records[0].facts.name[0]', 'h1', 'wrongKind'],
    ['records[0].facts.name[0].selector', 5, 'wrongKind'],
    ['records[0].facts.name[0].value', false, 'wrongChoice', 'true'],
    ['records[0].facts.name[1].selector', 'h1', 'unknown'],
    ['records[0].facts.name[1].clean', [], 'empty'],
    ['records[0].facts.name[1].title', 'yes', 'wrongChoice', 'true'],
    ['records[0].anchors', undefined, 'missing'],
    ['records[0].anchors[1].position', 'top', 'wrongChoice', 'append, prepend, before, after'],
    ['records[0].anchors[1].position', undefined, 'missing'],
    ['records[0].size', 'small', 'wrongChoice', 'full, compact'],
  ])('%s: %o', (path, value, fault, allowed = '') => {
    const place = path === 'fingerprint' ? 'fingerprint[0][0]' : path
    expect(readSiteFile(siteWith(path, value))).toEqual({ problem: { path: place, fault, allowed } })
  })

  test.each([[null], ['site'], [5], [undefined]])('%o is no file', (json) => {
    expect(readSiteFile(json)).toEqual({ problem: { path: '', fault: 'noFile', allowed: '' } })
  })

  test('a name of every object is unknown like any other', () => {
    const json = JSON.parse(JSON.stringify(site).replace('{', '{"__proto__": {"name": "x"}, '))
    expect(readSiteFile(json)).toEqual({ problem: { path: '__proto__', fault: 'unknown', allowed: '' } })
  })

  test('a path is not as long as a file', () => {
    const { problem } = readSiteFile(siteWith('x'.repeat(5000), 1)) as { problem: { path: string } }
    expect(problem.path).toHaveLength(51)
  })
})

test('hosts of a house’s own network are host names', () => {
  for (const host of ['crm', '10.0.0.5', '[::1]', 'crm.intern', 'xn--bcher-kva.example']) {
    expect(readSiteFile(siteWith('hosts[0]', host))).toHaveProperty('site')
  }
})
