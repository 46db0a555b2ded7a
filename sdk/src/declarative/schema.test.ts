/** The schema for editors says what the reader says, as far as a schema can. @module */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readPluginFile } from '../declarative.ts'
import { APP_SCHEMES } from './app-schemes.ts'
import { ACTION_NAMES, ICONS, OPENS, POPUP_NAMES } from './file-action.ts'
import { faults } from './file-faults.ts'
import { CHARACTER_SETS, FIELD_NAMES } from './file-fields.ts'
import { meetFile, meetWith } from './file-fixture.ts'
import { RECOGNITION_NAMES } from './file-recognition.ts'
import { fits, type Schema } from './json-schema-fixture.ts'

const schema = JSON.parse(readFileSync(new URL('../../plugin-file.schema.json', import.meta.url), 'utf8'))
const definitions = schema.$defs
const accepts = (text: string) => fits(schema, JSON.parse(text))
const namesOf = ({ properties }: Schema) => Object.keys(Object(properties)).toSorted()

/** What only the reader finds, since it hangs on other parts of the file or on how characters are meant. */
const BEYOND: readonly string[] = [
  'name: "Meet\u202egnp"',
  'permissions.open.0: "{account.team}/*"',
  'permissions.open.0: "{account.other}/*"',
  'account.toString: {"type":"text","label":"First"}',
  'account.team.default: "!"',
  'account.server.default: "javascript:alert(1)"',
  'account.server.default: "http://meet.example/"',
  'account.server.optional: true',
  'account.server.when: {"guests":true}',
  'account.team.when: {"team":"a"}',
  'account.team.when: {"guests":"yes"}',
  'account.team.when: {"other":true}',
  'account.team.when: {"guests":[true,"yes"]}',
  'target.fields.pin.max: -1',
  'target.fields.kind.default: "ajar"',
  'target.fields.owner.default: "nobody"',
  'recognize.0.path: "/{target.room}{target.pin}"',
  'recognize.0.path: "/{target.room}/{target.room}"',
  'recognize.0.path: "/{target.other}"',
  'recognize.0.prefix: {"pin":"r"}',
  'recognize.1.query: {"other":"room"}',
  'actions.join.on: "account"',
  'actions.join.when: {"team":7}',
  'actions.join.when: {"room":"lobby"}',
  'actions.open.icon: "control"',
]

test('both take a file that says everything', () => {
  expect(accepts(JSON.stringify(meetFile))).toBe(true)
  expect(() => readPluginFile(JSON.stringify(meetFile))).not.toThrow()
})

test.each([
  ['name', 'Meet'],
  ['account', undefined],
  ['recognize', undefined],
  ['$schema', undefined],
  ['examples', [{ name: 'joins', action: 'join' }]],
  ['account.team.characters', 'digits'],
  ['account.team.multiline', true],
  ['target.fields.owner.when', { kind: ['closed', 'open'] }],
  ['target.fields.pin.default', 7],
  ['actions.join.on', 'target'],
  ['actions.show.width', 100],
])('both take %s: %j', (path, value) => {
  const text = path === 'account' ? meetWith(path, meetFile.account) : meetWith(String(path), value)
  expect(() => readPluginFile(text)).not.toThrow()
  expect(accepts(text)).toBe(true)
})

test('both refuse what is wrong, but for what hangs on other parts', () => {
  const taken = faults.filter(({ path, value }) => accepts(meetWith(path, value)))
  expect(taken.map(({ path, value }) => `${path}: ${JSON.stringify(value)}`)).toEqual(BEYOND)
})

test('both know the same names', () => {
  for (const { properties, ...rest } of definitions.field.oneOf) {
    const type: keyof typeof FIELD_NAMES = properties.type.const
    expect(namesOf({ properties, ...rest })).toEqual(FIELD_NAMES[type].toSorted())
  }
  expect(definitions.field.oneOf.map((field: typeof schema) => field.properties.type.const)).toEqual(
    Object.keys(FIELD_NAMES),
  )
  const [action, popup] = definitions.action.oneOf
  expect(namesOf(action)).toEqual(ACTION_NAMES.toSorted())
  expect(namesOf(popup)).toEqual(POPUP_NAMES.toSorted())
  expect([...action.properties.opens.enum, popup.properties.opens.const].toSorted()).toEqual(OPENS.toSorted())
  expect(action.properties.icon.enum).toEqual(ICONS)
  expect(namesOf(definitions.recognition)).toEqual(RECOGNITION_NAMES.toSorted())
  expect(definitions.field.oneOf[0].properties.characters.enum).toEqual(Object.keys(CHARACTER_SETS))
  expect(schema.properties.permissions.properties.open.items.pattern).toContain(`(${APP_SCHEMES.join('|')})`)
})
