/** The plugin files that are shown pass what every plugin passes. @module */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { examplesOfFile, pluginInFile } from '../command/plugin-file.ts'
import { readPluginFile } from '../declarative.ts'
import { testPlugin } from '../testing.ts'
import { APP_SCHEMES } from './app-schemes.ts'
import { CHARACTER_SETS, FIELD_NAMES } from './file-fields.ts'
import { fits } from './json-schema-fixture.ts'

const sdk = new URL('../..', import.meta.url).pathname
const folder = `${sdk}examples/declarative`
const names = readdirSync(folder).filter((name) => name.endsWith('.plugin.json'))
const schema = JSON.parse(readFileSync(`${sdk}plugin-file.schema.json`, 'utf8'))
const page = readFileSync(`${sdk}docs/declarative.md`, 'utf8')

for (const name of names)
  testPlugin(pluginInFile(name, folder), examplesOfFile(name, folder), { describe, test }, { strict: true })

test('there are two', () => {
  expect(names).toEqual(['mirotalk.plugin.json', 'whereby.plugin.json'])
})

test.each(names)('%s fits the schema that it names', (name) => {
  expect(fits(schema, JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')))).toBe(true)
})

const [, shown = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? []
const { examples, ...file } = JSON.parse(shown)

testPlugin(
  readPluginFile(shown),
  examples.map((example: object) => ({ now: 0, ...example })),
  { describe, test },
  { warn: () => undefined },
)

test('the page’s file fits the schema, too', () => {
  expect(fits(schema, file)).toBe(true)
})

test('the page has a line for every part, and names every type, set and app', () => {
  const { properties, $defs } = schema
  const parts = [properties, $defs.action.oneOf[0].properties].flatMap(Object.keys)
  for (const name of parts.filter((part) => part !== '$schema')) expect(page).toContain(`| \`${name}\` |`)
  for (const type of Object.keys(FIELD_NAMES)) expect(page).toContain(`| \`${type}\` |`)
  for (const name of Object.values(FIELD_NAMES).flat()) expect(page).toContain(`\`${name}\``)
  for (const word of [...Object.keys(CHARACTER_SETS), ...APP_SCHEMES]) expect(page).toContain(`\`${word}\``)
})
