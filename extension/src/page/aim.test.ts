/** What is asked about before a click counts, by an invented clock. @module */
import { beforeEach, describe, expect, test } from 'vitest'
import { type Aim, createAim } from './aim.ts'
import type { Reading } from './read-record.ts'

const ada = { name: 'Ada Byron', email: 'ada@byron.example' }
const ben = { name: 'Ben Okri', email: 'ben@okri.example' }

let time: number
let aim: Aim
beforeEach(() => {
  time = 10_000
  aim = createAim(() => time)
})

function reading(key: string, facts: Reading['record']['facts'], rest: Partial<Reading> = {}): Reading {
  return { record: { kind: 'contact', key, facts }, agrees: true, ...rest }
}

/** A mouse comes, rests a moment, presses and lets go: what is shown at the three moments. */
function click(approached: Reading, pressed = approached, clicked = pressed) {
  aim.approach('arrived', approached)
  aim.approach('moved', approached)
  aim.press('mouse', pressed)
  return aim.doubt(clicked)
}

describe('a click counts', () => {
  test('on a record that stands still', () => {
    expect(click(reading('1', ada))).toBeUndefined()
  })

  test('on the next record, once key and person have moved on', () => {
    aim.note(reading('1', ada))
    aim.note(reading('2', ben))
    expect(click(reading('2', ben))).toBeUndefined()
  })

  test.each([
    ['the key moved on first', reading('2', ada)],
    ['the person moved on first', reading('1', ben)],
    ['the page showed nobody meanwhile', reading('2', {})],
  ])('on the next record, where %s', (_name, between) => {
    aim.note(reading('1', ada))
    time += 500
    aim.note(between)
    aim.note(reading('2', ben))
    expect(click(reading('2', ben))).toBeUndefined()
  })

  test('where a fact came late', () => {
    aim.approach('moved', reading('1', { name: ada.name }))
    aim.press('mouse', reading('1', { name: ada.name }))
    expect(aim.doubt(reading('1', { ...ada, phone: '1' }))).toBeUndefined()
  })

  test('where the key itself came late', () => {
    aim.approach('moved', undefined)
    aim.press('mouse', undefined)
    expect(aim.doubt(reading('1', ada))).toBeUndefined()
  })

  test('where a view appeared just before the address moved on to it', () => {
    aim.note(reading('1', ben))
    time += 499
    expect(click(reading('2', ben))).toBeUndefined()
  })

  test('where one fact was edited before the pointer came', () => {
    aim.note(reading('1', ada))
    expect(click(reading('1', { ...ada, email: 'ada@lovelace.example' }))).toBeUndefined()
  })

  test('on a record that changed a second ago under a resting pointer', () => {
    aim.approach('moved', reading('1', ada))
    aim.note(reading('2', ben))
    time += 1000
    aim.press('mouse', reading('2', ben))
    expect(aim.doubt(reading('2', ben))).toBeUndefined()
  })

  test('on another record of the same person, three seconds after it came', () => {
    aim.note(reading('1', ada))
    time += 500
    aim.note(reading('2', ada))
    time += 3000
    expect(click(reading('2', ada))).toBeUndefined()
  })

  test('half a second after the button came under the pointer', () => {
    aim.approach('arrived', reading('1', ada))
    time += 500
    aim.press('mouse', reading('1', ada))
    expect(aim.doubt(reading('1', ada))).toBeUndefined()
  })

  test('by a finger, which never moves to where it presses', () => {
    aim.approach('arrived', reading('1', ada))
    aim.press('other', reading('1', ada))
    expect(aim.doubt(reading('1', ada))).toBeUndefined()
  })

  test('the second time, after the first was asked about', () => {
    expect(click(reading('1', ada), reading('1', ada), reading('2', ben))).toBe('changed')
    time += 1000
    expect(click(reading('2', ben))).toBeUndefined()
  })
})

describe('a click is asked about', () => {
  test('where the page names two keys', () => {
    expect(click(reading('1', ada, { agrees: false }))).toBe('address')
  })

  test.each([
    ['the key moved on and the person did not', reading('2', ada)],
    ['the person moved on and the key did not', reading('1', ben)],
    ['the name alone moved on with the key', reading('2', { ...ada, name: ben.name })],
    ['the e-mail address alone moved on with the key', reading('2', { ...ada, email: ben.email })],
  ])('where %s', (_name, now) => {
    aim.note(reading('1', ada))
    time += 500
    expect(click(now)).toBe('address')
    time += 2999
    expect(click(now)).toBe('address')
  })

  test('where the record of before comes back after a hidden view showed nobody', () => {
    aim.note(reading('2', ben))
    time += 500
    // Hidden: the address is the visible view's, and nothing of this one is read.
    aim.note(reading('1', {}))
    expect(click(reading('1', ben))).toBe('address')
  })

  test('where the page stood between two records, whatever was looked at meanwhile', () => {
    aim.note(reading('1', ada))
    time += 500
    aim.note(undefined)
    expect(click(reading('2', ada))).toBe('address')
  })

  test('where two halves of a name tell the person', () => {
    aim.note(reading('1', { firstName: 'Ada', lastName: 'Byron' }))
    time += 500
    expect(click(reading('2', { firstName: 'Ada', lastName: 'Byron' }))).toBe('address')
  })

  test('where the record changed between press and click', () => {
    expect(click(reading('1', ada), reading('1', ada), reading('2', ben))).toBe('changed')
  })

  test('where a record of another kind came under the same key', () => {
    const account = { record: { kind: 'account', key: '1', facts: { name: 'Byron Ltd' } }, agrees: true }
    expect(click(reading('1', ada), reading('1', ada), account)).toBe('changed')
  })

  test('where the record changed just before the press, under a resting pointer or focus', () => {
    aim.approach('focused', reading('1', ada))
    aim.note(reading('2', ben))
    time += 999
    aim.press('other', reading('2', ben))
    expect(aim.doubt(reading('2', ben))).toBe('changed')
  })

  test('where the page moved the button under a resting pointer', () => {
    aim.approach('arrived', reading('1', ada))
    time += 499
    aim.press('mouse', reading('1', ada))
    expect(aim.doubt(reading('1', ada))).toBe('moved')
  })
})
