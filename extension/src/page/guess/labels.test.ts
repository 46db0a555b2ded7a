import { describe, expect, test } from 'vitest'
import { LABEL_WORDS } from './label-words.ts'
import { codeKind, isLabelWord, labelKind } from './labels.ts'

describe('labels', () => {
  test.each([
    ['E-Mail', 'email'],
    ['E-mail (work):', 'email'],
    ['Primary email address *', 'email'],
    ['E-Mail-Adresse', 'email'],
    ['Correo electrónico', 'email'],
    ['Adresse électronique', 'email'],
    ['Эл. почта', 'email'],
    ['דוא״ל', 'email'],
    ['דוא"ל:', 'email'],
    ['Mobile phone', 'phone'],
    ['Tel.', 'phone'],
    ['Телефон (моб.)', 'phone'],
    ['טלפון נייד', 'phone'],
    ['Teléfono móvil', 'phone'],
    ['Full name', 'name'],
    ['Vor- und Nachname', 'name'],
    ['ФИО', 'name'],
    ['First name', 'firstName'],
    ['Contact first name', 'firstName'],
    ['שם פרטי', 'firstName'],
    ['Apellidos', 'lastName'],
    ['Nazwisko', 'lastName'],
    ['Company', 'company'],
    ['Nom de la société', 'company'],
    ['Requester', 'person'],
    ['Ansprechpartner', 'person'],
    ['From', 'sender'],
    ['Account owner', 'staff'],
    ['Assigned to', 'staff'],
    ['Owner email', 'staff'],
    ['Fax', 'ignored'],
    ['Username', 'ignored'],
    ['Nombre de usuario', 'ignored'],
    ['Cc', 'ignored'],
  ])('%s: %s', (label, kind) => {
    expect(labelKind(label)).toBe(kind)
  })
})

test.each([
  'Product name',
  'Mailing list of the shop for all of our readers',
  'Billing address',
  'ada@example.com',
  'sent an e-mail: Order',
  'Bill to do',
  '',
  '4711',
])('"%s" is no label of a fact', (text) => {
  expect(labelKind(text)).toBeUndefined()
})

test.each([
  ['EmailAddress', 'email'],
  ['contact[phone2]', 'phone'],
  ['first_name', 'firstName'],
  ['family-name', 'lastName'],
  ['tel', 'phone'],
  ['worksFor', 'company'],
  ['created_by', 'staff'],
  ['user_name', 'ignored'],
])('the field %s holds: %s', (name, kind) => {
  expect(codeKind(name)).toBe(kind)
})

test.each(['first', 'last', 'product_name', 'customer', 'col-4', ''])('the field "%s" may hold anything', (name) => {
  expect(codeKind(name)).toBeUndefined()
})

test('every language has words of every kind', () => {
  const kinds = Object.keys(LABEL_WORDS.en ?? {}).sort()
  for (const words of Object.values(LABEL_WORDS)) {
    expect(Object.keys(words).sort()).toEqual(kinds)
    for (const list of Object.values(words)) expect(list).toMatch(/^\S.*\S$/)
  }
})

test('words of labels are no parts of names', () => {
  expect(['Phone', 'Kunde', 'שם', 'Телефон'].map(isLabelWord)).toEqual([true, true, true, true])
  expect(['Nora', 'Ada', 'Милена'].map(isLabelWord)).toEqual([false, false, false])
})
