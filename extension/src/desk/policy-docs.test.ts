import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { policyIn } from './policy-form.ts'
import { planFor } from './policy-plan.ts'

vi.mock('wxt/browser', () => import('./browser-fixture.ts'))
vi.mock('#i18n', () => ({
  i18n: { t: (key: string, values: readonly string[] = []) => (values.length > 0 ? values.join(' ') : key) },
}))

const guide = read('../../../docs/administrators.md')
const schema = JSON.parse(read('../../public/policy-schema.json'))
const examples = [...guide.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = '']) => JSON.parse(text))

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8')
}

test('the guide’s first example says everything that can be said, without a mistake', () => {
  const [example] = examples
  expect(Object.keys(example)).toEqual(Object.keys(schema.properties))
  const { wanted, faults } = planFor(policyIn(example))
  expect(faults).toEqual([])
  expect(wanted.map(({ managed }) => managed)).toEqual([
    'support',
    'support/lobby',
    'support/lobby/join',
    'support/lobby/invite',
    'support/stage',
    'support/stage/join',
  ])
})

test.each([
  (example: Nested) => example['3rdparty']?.extensions,
  (example: Nested) => example.policies?.['3rdparty']?.Extensions,
  (example: Nested) => example.data && { values: example.data },
])('what the guide writes for a browser has the form', (place) => {
  const found = examples.flatMap((example) => Object.values(place(example) ?? {}))
  expect(found).toHaveLength(1)
  expect(policyIn({ ...(found[0] as object) }).faults).toEqual([])
})

interface Nested {
  readonly [name: string]: Nested | undefined
}

test('the guide has a line for every name in the schema, and the schema for every name that is read', () => {
  const { properties } = schema
  const account = properties.accounts.items.properties
  for (const name of [properties, account].flatMap(Object.keys)) expect(guide).toContain(`| \`${name}\` |`)
  for (const name of Object.keys(account.targets.items.properties)) expect(guide).toContain(`\`${name}\``)
  const everything = Object.fromEntries(Object.keys(properties).map((name) => [name, null]))
  // What is read has faults of its form here; what is not read would be named too, so each name stands once.
  expect(policyIn(everything).faults.toSorted()).toEqual(Object.keys(properties).toSorted())
  expect(policyIn({ ...everything, other: null }).faults).toContain('other')
})
