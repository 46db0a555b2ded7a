import type { Fields } from '@joinery/sdk'
import { describe, expect, test } from 'vitest'
import { FORGET, faultIn, initialValues, shownFields, valuesToSave } from './field-values.ts'

const fields: Fields = {
  room: { type: 'text', label: 'Room', pattern: '[0-9]+' },
  note: { type: 'text', label: 'Note', multiline: true, optional: true },
  minutes: { type: 'number', label: 'Minutes', default: 10, max: 30 },
  signing: { type: 'choice', label: 'Signing', options: { local: 'Here', remote: 'There' }, default: 'local' },
  password: { type: 'secret', label: 'Password', when: { signing: 'local' } },
  address: { type: 'url', label: 'Address', when: { signing: 'remote' } },
  direct: { type: 'boolean', label: 'Direct' },
  guests: { type: 'list', label: 'Guests', optional: true, fields: { name: { type: 'text', label: 'Name' } } },
}
const filled = { ...initialValues(fields, {}), room: '5678', password: 'a b' }

describe('what inputs hold at first', () => {
  test('is what is stored, else the default, else nothing', () => {
    expect(initialValues(fields, { room: '5', minutes: 20, guests: [{ name: 'Ann' }] })).toEqual({
      room: '5',
      note: '',
      minutes: '20',
      signing: 'local',
      password: undefined,
      address: '',
      direct: false,
      guests: [{ name: 'Ann' }],
    })
  })

  test('is never a secret, whatever is given', () => {
    expect(initialValues(fields, { password: 'leaked' }).password).toBeUndefined()
  })
})

describe('the fields that are shown', () => {
  const names = (values: object) => shownFields(fields, { ...filled, ...values }).map(([name]) => name)

  test('follow the values of the others', () => {
    expect(names({ signing: 'local' })).toContain('password')
    expect(names({ signing: 'local' })).not.toContain('address')
    expect(names({ signing: 'remote' })).toContain('address')
    expect(names({ signing: 'remote' })).not.toContain('password')
  })

  test('may hang on a number, which inputs hold as text', () => {
    const levels: Fields = {
      level: { type: 'number', label: 'Level' },
      why: { type: 'text', label: 'Why', when: { level: 3 } },
    }
    expect(shownFields(levels, { level: '3', why: '' })).toHaveLength(2)
    expect(shownFields(levels, { level: '', why: '' })).toHaveLength(1)
  })
})

describe('what is saved', () => {
  test('is trimmed where white space means nothing, and untouched where it may', () => {
    const saved = valuesToSave(fields, { ...filled, room: ' 5678 ', note: ' a\n', password: ' p ' }, [])
    expect(saved).toMatchObject({ room: '5678', note: ' a\n', password: ' p ' })
  })

  test('takes a decimal comma for a point', () => {
    expect(valuesToSave(fields, { ...filled, minutes: ' 7,5 ' }, []).minutes).toBe('7.5')
    expect(valuesToSave(fields, { ...filled, minutes: '1,000,0' }, []).minutes).toBe('1,000,0')
  })

  test('leaves out what is not shown', () => {
    expect(valuesToSave(fields, { ...filled, address: 'nonsense' }, [])).not.toHaveProperty('address')
  })

  test('keeps a stored secret that nobody touched, or whose replacement stayed empty', () => {
    expect(valuesToSave(fields, { ...filled, password: undefined }, ['password'])).not.toHaveProperty('password')
    expect(valuesToSave(fields, { ...filled, password: '' }, ['password'])).not.toHaveProperty('password')
  })

  test('forgets a stored secret that the user gave up, or that has no place any more', () => {
    expect(valuesToSave(fields, { ...filled, password: FORGET }, ['password']).password).toBe('')
    expect(valuesToSave(fields, { ...filled, password: undefined, signing: 'remote' }, ['password']).password).toBe('')
  })
})

describe('what is wrong', () => {
  test('is nothing where all is filled in', () => {
    expect(faultIn(fields, filled, [])).toBeUndefined()
  })

  test('is the first field that does not fit, with the reason', () => {
    expect(faultIn(fields, { ...filled, room: 'x', minutes: '99' }, [])).toMatchObject({ field: 'room' })
    expect(faultIn(fields, { ...filled, minutes: '99' }, [])).toMatchObject({
      field: 'minutes',
      text: { en: 'Minutes must be at most 30.', de: 'Minutes darf höchstens 30 sein.' },
    })
  })

  test('is a missing secret, unless it is stored', () => {
    const values = { ...filled, password: undefined }
    expect(faultIn(fields, values, [])).toMatchObject({ field: 'password' })
    expect(faultIn(fields, values, ['password'])).toBeUndefined()
    expect(faultIn(fields, { ...filled, password: FORGET }, ['password'])).toMatchObject({ field: 'password' })
  })

  test('is told by its place in a list', () => {
    expect(faultIn(fields, { ...filled, guests: [{ name: 'Ann' }, { name: '' }] }, [])).toMatchObject({
      field: 'guests.1.name',
    })
  })
})
