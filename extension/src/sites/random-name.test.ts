import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { looksRandom } from './random-name.ts'

describe('what a program made up is noticed', () => {
  test.each([
    // styled-components
    'sc-bdVaJa',
    'sc-AxjAm',
    'sc-eitiEO',
    'sc-1a2b3c-0',
    'kfNgAU',
    'hWVTqo',
    'UIBox__Box-ya7skb-0',
    // CSS modules
    'Button_a1b2c',
    'styles__root--2dXbW',
    'index-module__row___1a2Bc',
    '_3kf9s',
    // Emotion, JSS, Svelte, styled-jsx, atomic CSS
    'css-1q2w3e',
    'css-xyzabc',
    'css-1abc2de-Button',
    'css-0',
    'jss123',
    'svelte-kqwzpd',
    'jsx-3411',
    '_19bvftgi',
    'x1n2onr6',
    // ids that are counted
    'ember42',
    'ext-gen17',
    'yui_3_18_1',
    'mat-input-3',
    'cdk-overlay-0',
    'headlessui-menu-button-3',
    'radix-:r1:',
    ':r1a:',
    'react-select-2-input',
    'ng-tns-c12-3',
    // ids of data
    '123e4567-e89b-12d3-a456-426614174000',
    'row_123e4567-e89b-12d3-a456-426614174000',
    '00N30000001abcd_ileinner',
    'record-20417',
    'f51912f4',
    'x'.repeat(201),
  ])('%s', (name) => {
    expect(looksRandom(name)).toBe(true)
  })
})

describe('what somebody gave is left alone', () => {
  test.each([
    'o_field_widget',
    'scrm-field',
    'field-name-phone_work',
    'field-name-email1',
    'column-email1',
    'ptBody',
    'con2_ileinner',
    'acc10_ileinner',
    'nc-expand-col-Email',
    'tabContent',
    'oneConsoleTab',
    'windowViewMode-normal',
    'slds-page-header__title',
    'sc-header',
    'sc-pageHeader',
    'records-highlights2',
    'emailaddress1.fieldControl-mail-text-input',
    'sys_display.incident.caller_id',
    'gsft_main',
    'headervalue_LASTNAME',
    'lv_data_email',
    'zd_v2-ticketsubject-ticketIdText',
    'Contacts_detailView_fieldValue_lastname',
    'o_data_row',
    'col-md-6',
    'col-xs-12',
    'fa-2x',
    'mt-2xl',
    'btn-h1',
    'i18n',
    'a11y-text',
    'b2b',
    'k8s',
    'md5sum',
    'row1col2',
    '360view',
    'iconXXL',
    'XMLHttp',
    'toDoId',
    'rowId',
    'MuiButton-root',
    '0-1',
    'x-joinery',
    'ContactDetailView',
    'größe',
    '姓名',
    '',
  ])('%s', (name) => {
    expect(looksRandom(name)).toBe(false)
  })

  test('whatever is made of words, in whatever writing, with a number or without', () => {
    const words = `account action active address body button card case cell column company contact container content
      dashboard data detail dialog display drawer dropdown edit email entity expanded field first footer form grid group
      header hidden highlight icon image inner input item label last layout lead left link list main menu middle mobile
      modal name navigation number open page panel phone picker popup primary property record related right row search
      section select selected sidebar small status subject summary switch tab table text ticket title toolbar top value
      view visible widget window workspace wrapper`.split(/\s+/)
    const word = fc.constantFrom(...words)
    const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
    const writings = [
      (parts: readonly string[]) => parts.join('-'),
      (parts: readonly string[]) => parts.join('_'),
      (parts: readonly string[]) => parts.join('__'),
      (parts: readonly string[]) => parts.map(capital).join(''),
      ([first = '', ...others]: readonly string[]) => first + others.map(capital).join(''),
      (parts: readonly string[]) => parts.join('-').toUpperCase(),
    ]
    const number = fc.option(fc.integer({ min: 0, max: 99 }), { nil: '' })
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(...writings),
        number,
        (parts, write, end) => {
          expect(looksRandom(`${write(parts)}${end}`)).toBe(false)
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('of what generators make, nearly everything is noticed', () => {
  const SMALL = 'abcdefghijklmnopqrstuvwxyz0123456789'
  const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
  const made = (alphabet: string, length: number) =>
    fc.string({ unit: fc.constantFrom(...alphabet), minLength: length, maxLength: length })
  test.each<[string, fc.Arbitrary<string>, number]>([
    ['Emotion', made(SMALL, 6).map((hash) => `css-${hash}`), 1],
    ['Svelte', made(SMALL, 6).map((hash) => `svelte-${hash}`), 1],
    ['styled-components', made(LETTERS, 6).map((hash) => `sc-${hash}`), 0.95],
    ['CSS modules', made(SMALL + LETTERS.slice(26), 8).map((hash) => `Card_title__${hash}`), 0.75],
    ['UUIDs', fc.uuid(), 1],
    ['hexadecimal hashes', made('0123456789abcdef', 12), 0.99],
  ])('%s', (_name, names, share) => {
    const sample = fc.sample(fc.noBias(names), { numRuns: 2000, seed: 5 })
    const noticed = sample.filter(looksRandom).length / sample.length
    expect(noticed).toBeGreaterThanOrEqual(share)
  })
})
