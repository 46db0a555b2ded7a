import { describe, expect, test } from 'vitest'
import { agreement, isCompany, isOfDomain, nameIn, withoutHonorifics } from './names.ts'

describe('a name in a text', () => {
  test.each([
    ['Nora Quillfeather', 'Nora Quillfeather'],
    ['Contact: Nora Quillfeather', 'Nora Quillfeather'],
    ['Edit Nora Quillfeather', 'Nora Quillfeather'],
    ['Nora Quillfeather | Contacts | Harbour Desk', 'Nora Quillfeather'],
    ['Contacts - Nora Quillfeather', 'Nora Quillfeather'],
    ['User: Nora Quillfeather <nora@tallow.example>', 'Nora Quillfeather'],
    ['Quillfeather, Nora', 'Nora Quillfeather'],
    ['QUILLFEATHER, Nora Ann', 'Nora Ann QUILLFEATHER'],
    ['Nora Quillfeather, Head of Procurement', 'Nora Quillfeather'],
    ['Prof. Dr. Nora Quillfeather (retired)', 'Nora Quillfeather'],
    ['Joost van der Wielen', 'Joost van der Wielen'],
    ["Aoife O'Hara-Brack", "Aoife O'Hara-Brack"],
    ['Ваганова Милена Игоревна', 'Ваганова Милена Игоревна'],
    ['תמר אלקיים', 'תמר אלקיים'],
  ])('%s', (text, name) => {
    expect(nameIn(text)).toBe(name)
  })
})

test.each([
  'Contact Details',
  'Contact details',
  'Quarterly Report',
  'Open Deals',
  'Welcome back, Percy',
  '#4711 Printer will not start',
  'Tallow & Wick Ltd',
  'Drahtwerk Süd GmbH',
  'nora quillfeather',
  'Nora',
  'Neuer Kontakt',
  'Новый контакт',
  'כרטיס לקוח',
  'Order 2024-0815',
  '',
  'Nora Quillfeather '.repeat(20),
])('there is no name in "%s"', (text) => {
  expect(nameIn(text)).toBeUndefined()
})

describe('name and address agree', () => {
  test.each([
    ['Nora Quillfeather', 'nora.quillfeather@x.example', 2],
    ['Nora Quillfeather', 'nquillfeather@x.example', 2],
    ['Nora Quillfeather', 'quillfeather_n+crm@x.example', 2],
    ['Nora Quillfeather', 'norag@quillfeather.example', 2],
    ['Nora Quillfeather', 'nora@x.example', 1],
    ['Nora Quillfeather', 'nq@x.example', 1],
    ['Philippa Stoddart', 'phil77@x.example', 1],
    ['Nora Quillfeather', 'purchasing@x.example', 0],
    ['Nora Quillfeather', 'otto.brack@x.example', 0],
    ['Jürgen Mühlenbäumer', 'juergen.muehlenbaeumer@x.example', 2],
    ['Jürgen Mühlenbäumer', 'j.muhlenbaumer@x.example', 2],
    ['Maëlys Delaunoy', 'm.delaunoy@x.example', 2],
    ['Ваганова Милена', 'milena.vaganova@x.example', 2],
    ['Joost van der Wielen', 'jvdwielen@x.example', 2],
  ] as const)('%s and %s: %i', (name, address, level) => {
    expect(agreement(name, address)).toBe(level)
  })
})

test('companies are told from people by their endings, or by the domain', () => {
  expect(['Brack AG', 'Pell Inc.', 'Olivar S.L.', 'ООО «Заря»'].map(isCompany)).toEqual([true, true, true, true])
  expect(isCompany('Ada Fenwick')).toBe(false)
  expect(isOfDomain('Windlass House', 'info@windlasshouse.example')).toBe(true)
  expect(isOfDomain('Leonie Windlass', 'leonie@windlass.example')).toBe(false)
})

test('titles before a name are left out', () => {
  expect(['Ms. Orla', 'Herr Dr. Udo', 'Orla'].map(withoutHonorifics)).toEqual(['Orla', 'Udo', 'Orla'])
})
