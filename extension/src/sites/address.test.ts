import { describe, expect, test } from 'vitest'
import { matchAddress } from './address.ts'
import type { AddressPattern } from './rule.ts'

describe('an address gives its record’s id', () => {
  const fitting: readonly [string, AddressPattern, string][] = [
    ['https://a.example/lightning/r/Contact/003A/view?ws=1', { path: '/lightning/r/Contact/{id}/view' }, '003A'],
    ['https://a.example/lightning/r/Contact/003A/view', { path: '/lightning/r/Contact/{id}' }, '003A'],
    ['https://a.example/contacts/77/record/0-1/5/', { path: '/contacts/*/record/0-1/{id}' }, '5'],
    ['https://a.example/odoo/crm/5/res.partner/8/?debug=1', { path: '/odoo/**/res.partner/{id}/$' }, '8'],
    ['https://a.example/odoo/res.partner/3/res.partner/8', { path: '/odoo/**/res.partner/{id}/$' }, '8'],
    ['https://a.example/help-desk/1/view/2/ticket/9/thread', { path: '/help-desk/**/ticket/{id}' }, '9'],
    [
      'https://a.example/index.php?view=Detail&module=Contacts&record=3',
      { path: '/index.php', query: { module: 'Contacts', record: '{id}' } },
      '3',
    ],
    ['https://a.example/?x#Contact/view/64f', { hash: 'Contact/view/{id}' }, '64f'],
    ['https://a.example/#/contacts/record/8-a?return=x', { hash: '/contacts/record/{id}' }, '8-a'],
    [
      'https://a.example/web#id=8&action=144&model=res.partner&view_type=form',
      { path: '/web', hashQuery: { id: '{id}', model: 'res.partner' } },
      '8',
    ],
    ['https://a.example/dashboard/#/nc/b/t?rowId=1', { hash: '/nc/*/*', hashQuery: { rowId: '{id}' } }, '1'],
    ['https://a.example/#lab/model/party.party/2;name="Party"&views=[1]', { hash: '*/model/party.party/{id}' }, '2'],
    ['https://a.example/0035g00000Ab1Cd', { path: '/{id:003}' }, '0035g00000Ab1Cd'],
    ['https://a.example/x/incident.do%3Fsys_id%3Dabc', { path: '/x/incident.do%3Fsys_id%3D{id}' }, 'abc'],
    ['https://a.example/tickets/204/edit', { path: '/tickets/{number}' }, '204'],
    ['https://a.example/t?id=n204', { query: { id: 'n{number}' } }, '204'],
  ]
  test.each(fitting)('%s', (address, pattern, id) => {
    expect(matchAddress([pattern], address)).toEqual({ id })
  })
})

test('an address without an id fits a pattern without one', () => {
  expect(matchAddress([{ hash: 'Contact' }], 'https://a.example/#Contact')).toEqual({ id: undefined })
})

test('the first pattern that fits counts', () => {
  const patterns = [{ path: '/a/{id}' }, { path: '/*/{id}' }]
  expect(matchAddress(patterns, 'https://a.example/b/5')).toEqual({ id: '5' })
})

describe('an address is not taken for another', () => {
  const strange: readonly [string, AddressPattern][] = [
    ['https://a.example/lightning/r/Contact', { path: '/lightning/r/Contact/{id}' }],
    ['https://a.example/lightning/r/Contacts/003A', { path: '/lightning/r/Contact/{id}' }],
    ['https://a.example/odoo/contacts/8/crm.lead/5', { path: '/odoo/**/contacts/{id}/$' }],
    ['https://a.example/#contacts/8/more', { hash: 'contacts/{id}/$' }],
    ['https://a.example/x/lightning/r/Contact/003A', { path: '/lightning/r/Contact/{id}' }],
    ['https://a.example/index.php?module=Leads&record=3', { query: { module: 'Contacts', record: '{id}' } }],
    ['https://a.example/index.php?module=Contacts&record=', { query: { module: 'Contacts', record: '{id}' } }],
    ['https://a.example/Contact/view/64f', { hash: 'Contact/view/{id}' }],
    ['https://a.example/web#model=res.partner', { hashQuery: { id: '{id}', model: 'res.partner' } }],
    [`https://a.example/c/${'9'.repeat(201)}`, { path: '/c/{id}' }],
    ['https://a.example/tickets/new', { path: '/tickets/{number}' }],
    ['https://a.example/tickets/204a', { path: '/tickets/{number}' }],
    ['https://a.example/tickets', { path: '/tickets/{number}' }],
    ['https://a.example/0015g00000Ab1Cd', { path: '/{id:003}' }],
    ['no address', { path: '/{id}' }],
  ]
  test.each(strange)('%s', (address, pattern) => {
    expect(matchAddress([pattern], address)).toBeUndefined()
  })
})
