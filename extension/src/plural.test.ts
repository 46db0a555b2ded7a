import { expect, test } from 'vitest'
import { pluralForm } from './plural.ts'

const english = ['nothing', 'one', 'many']
const russian = ['one', 'few', 'many']
const hebrew = ['nothing', 'one', 'two', 'many']

test.each([
  ['en', english, { 0: 'nothing', 1: 'one', 2: 'many', 21: 'many' }],
  ['de', ['one', 'many'], { 0: 'many', 1: 'one', 5: 'many' }],
  ['fr', ['one', 'many'], { 0: 'one', 1: 'one', 2: 'many' }],
  ['es', ['one', 'many'], { 0: 'many', 1: 'one', 1000000: 'many' }],
  [
    'ru',
    russian,
    { 0: 'many', 1: 'one', 2: 'few', 5: 'many', 11: 'many', 12: 'many', 21: 'one', 23: 'few', 111: 'many' },
  ],
  ['ru', ['nothing', ...russian], { 0: 'nothing', 1: 'one', 4: 'few', 100: 'many' }],
  ['he', hebrew, { 0: 'nothing', 1: 'one', 2: 'two', 3: 'many', 20: 'many' }],
])('%s has its forms', (language, forms, wanted) => {
  const chosen = Object.keys(wanted).map((count) => [count, pluralForm(forms, Number(count), language)])
  expect(Object.fromEntries(chosen)).toEqual(wanted)
})
