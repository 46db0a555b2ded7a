import { describe, expect, test } from 'vitest'
import type { SiteRule } from './rule.ts'
import { candidatesIn, indexSites, siteIn } from './site-index.ts'

type Place = Pick<SiteRule, 'hosts' | 'fingerprint'> & { readonly path?: string }

function makeSite(id: string, { path, ...place }: Place): SiteRule {
  return {
    id,
    name: id,
    ...place,
    verification: { verified: false, date: '2026-11', source: 'Made up.' },
    examples: [],
    floating: true,
    records:
      path === undefined
        ? []
        : [{ kind: 'contact', address: [{ path }], key: [{ from: 'address' }], facts: {}, anchors: [], size: 'full' }],
  }
}

const index = indexSites([
  makeSite('one-host', { hosts: ['app.one.example'] }),
  makeSite('any-host', { hosts: ['*.any.example', 'any.example'] }),
  makeSite('inner-host', { hosts: ['*.inner.any.example'] }),
  makeSite('desk', { hosts: ['*.house.example'], path: '/tickets/{id}' }),
  makeSite('sales', { hosts: ['*.house.example'], path: '/contacts/{id}' }),
  makeSite('broad', { fingerprint: [['meta generator=Acme']] }),
  makeSite('narrow', { fingerprint: [['meta generator=Acme', 'asset acme.*.js'], ['element acme-root']] }),
  makeSite('both', { hosts: ['both.example'], fingerprint: [['element div#both', 'meta version=8.*.*-b']] }),
])
const find = (address: string, marks: readonly string[] = []) => siteIn(index, address, marks)?.id

describe('by its host', () => {
  test.each([
    ['https://app.one.example/x?y#z', 'one-host'],
    ['https://app.one.example:8443/', 'one-host'],
    ['https://APP.One.example/', 'one-host'],
    ['https://app.one.example.mcas.ms/', 'one-host'],
    ['https://x.any.example/', 'any-host'],
    ['https://x.y.any.example/', 'any-host'],
    ['https://any.example/', 'any-host'],
    ['https://x.inner.any.example/', 'inner-host'],
    ['https://inner.any.example/', 'any-host'],
    ['https://x.any.example.mcas.ms/', 'any-host'],
  ])('%s is %s', (address, id) => {
    expect(find(address)).toBe(id)
  })

  test.each([
    'https://one.example/',
    'https://x.app.one.example/',
    'https://app.one.example.evil.example/',
    'https://evilany.example/',
    'https://app.one.example.mcas.ms.evil.example/',
    'https://house.example/',
    'https://*.any/',
    'about:blank',
    'no address',
    '',
  ])('%s is none', (address) => {
    expect(find(address)).toBeUndefined()
  })

  test('two products of one host are told apart by their addresses', () => {
    expect(find('https://x.house.example/contacts/5')).toBe('sales')
    expect(find('https://x.house.example/tickets/5')).toBe('desk')
    expect(find('https://x.house.example/settings')).toBe('desk')
  })

  test('a host counts more than what a page says of itself', () => {
    expect(find('https://app.one.example/', ['meta generator=Acme'])).toBe('one-host')
  })
})

describe('by what it says of itself', () => {
  const address = 'https://crm.example/'

  test('all marks of one alternative must be there, in any order', () => {
    expect(find(address, ['asset acme.5f.js', 'meta generator=Acme'])).toBe('narrow')
    expect(find(address, ['element acme-root'])).toBe('narrow')
    expect(find(address, ['asset acme.5f.js'])).toBeUndefined()
    expect(find(address, ['element div#both'])).toBeUndefined()
  })

  test('the one with more marks counts', () => {
    expect(find(address, ['meta generator=Acme'])).toBe('broad')
    expect(find(address, ['meta generator=Acme', 'asset acme.js'])).toBe('broad')
  })

  test.each([
    ['meta version=8.1.2-b', 'both'],
    ['meta version=8..-b', 'both'],
    ['meta version=8.1.2-b2', undefined],
    ['meta version=8.-b', undefined],
    ['meta version=18.1.2-b', undefined],
  ])('a star stands for anything: %s', (mark, id) => {
    expect(find(address, ['element div#both', mark])).toBe(id)
  })

  test('a site may be known either way', () => {
    expect(find('https://both.example/')).toBe('both')
  })
})

test('only sites of the host, and of first marks, are tried', () => {
  const tried = (address: string, marks: readonly string[]) => candidatesIn(index, address, marks).map(({ id }) => id)
  expect(tried('https://x.house.example/', ['meta generator=Acme'])).toEqual(['desk', 'sales', 'broad', 'narrow'])
  expect(tried('https://crm.example/', ['asset acme.5f.js'])).toEqual([])
})

test('a star in a pattern costs no more than a look', () => {
  const site = makeSite('stars', { fingerprint: [['element a', `meta x=${'*a'.repeat(80)}b`]] })
  const start = performance.now()
  expect(siteIn(indexSites([site]), '', ['element a', `meta x=${'a'.repeat(200_000)}`])).toBeUndefined()
  expect(performance.now() - start).toBeLessThan(200)
})
