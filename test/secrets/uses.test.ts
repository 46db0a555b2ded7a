/** Secrets go where the table says, and nowhere else: every secret field of every plugin, in every action, whatever fails. @module */
import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import bigbluebuttonExamples from '../../plugins/bigbluebutton/src/examples.ts'
import { bigbluebutton } from '../../plugins/bigbluebutton/src/index.ts'
import jitsiExamples from '../../plugins/jitsi/src/examples.ts'
import { jitsi } from '../../plugins/jitsi/src/index.ts'
import netviewerExamples from '../../plugins/netviewer/src/examples.ts'
import { netviewer } from '../../plugins/netviewer/src/index.ts'
import omnoviaExamples from '../../plugins/omnovia/src/examples.ts'
import { omnovia } from '../../plugins/omnovia/src/index.ts'
import reachExamples from '../../plugins/reach/src/examples.ts'
import { reach } from '../../plugins/reach/src/index.ts'
import webinatoExamples from '../../plugins/webinato/src/examples.ts'
import { webinato } from '../../plugins/webinato/src/index.ts'
import type { Plugin } from '../../sdk/src/index.ts'
import { attempt } from '../../sdk/src/testing/attempt.ts'
import type { Example } from '../../sdk/src/testing/example.ts'
import { failures } from '../../sdk/src/testing/failures.ts'
import { failingAt } from '../../sdk/src/testing/runs.ts'
import { SECRET_USES } from './table.ts'
import { CANARIES, placesShapedBy, placesWith, secretFieldsOf, secretsOf } from './uses.ts'

const PLUGINS: readonly (readonly [plugin: Plugin, examples: readonly Example[]])[] = [
  [omnovia, omnoviaExamples],
  [webinato, webinatoExamples],
  [netviewer, netviewerExamples],
  [reach, reachExamples],
  [bigbluebutton, bigbluebuttonExamples],
  [jitsi, jitsiExamples],
]
/** Where a secret itself must never be. */
const NEVER = ['link', 'outcome', 'error', 'log', 'stored in the open', 'request address']
/** A failure that changes nothing but takes its time. */
const LARGE = 'a body of 6 MiB'
/** A value this short is in texts by chance. */
const TELLING_LENGTH = 8

const newKey = () =>
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const tokens: readonly [string, string] = [`${'3C'.repeat(16)}01`, `${'5D'.repeat(16)}02`]
/** What a plugin takes where it does not take any text for a secret. */
const STAND_INS: { readonly [field: string]: readonly [string, string] } = {
  'org.jitsi account.privateKey': [newKey(), newKey()],
  'com.netviewer target.moderatorToken': tokens,
  'com.netviewer input.token': tokens,
}

function othersFor({ id }: Plugin, field: string): readonly [string, string] {
  return STAND_INS[`${id} ${field}`] ?? CANARIES
}

async function usesBy(plugin: Plugin, examples: readonly Example[]) {
  const uses: Record<string, Set<string>> = {}
  for (const example of examples) {
    for (const planted of secretsOf(plugin, example)) {
      const others = othersFor(plugin, planted.field)
      const holding = placesWith(others[0], await attempt(plugin, planted.with(others[0])))
      const shaped = await placesShapedBy(plugin, planted, others)
      const found = [
        ...holding.map((place) => `is in ${place}`),
        ...shaped.filter((place) => !holding.includes(place)).map((place) => `shapes ${place}`),
      ]
      const use = `${plugin.id} ${example.action} ${planted.field}`
      if (found.length > 0) uses[use] = new Set([...(uses[use] ?? []), ...found])
    }
  }
  return Object.fromEntries(Object.entries(uses).map(([use, found]) => [use, [...found].toSorted()]))
}

describe.each(PLUGINS)('$id', (plugin, examples) => {
  test('uses its secrets as the table says', async () => {
    const documented = Object.entries(SECRET_USES).filter(([use]) => use.startsWith(`${plugin.id} `))
    expect(await usesBy(plugin, examples)).toEqual(Object.fromEntries(documented))
  })

  test('has an example for every form that holds a secret', () => {
    const planted = new Set(examples.flatMap((example) => secretsOf(plugin, example).map(({ field }) => field)))
    expect(secretFieldsOf(plugin).filter((field) => !planted.has(field))).toEqual([])
  })

  test('shows no secret, and logs and stores none in the open, whatever the server fails at', async () => {
    const leaks: string[] = []
    let count = 0
    for (const example of examples) {
      for (const planted of secretsOf(plugin, example)) {
        const value = othersFor(plugin, planted.field)[0]
        for (const [secret, varied] of [
          [value, planted.with(value)],
          [planted.value, example],
        ] as const) {
          if (secret.length < TELLING_LENGTH) continue
          const { requests } = await attempt(plugin, varied)
          const failing = requests.flatMap((_request, index) =>
            failures.filter(({ name }) => name !== LARGE).map((failure) => ({ index, failure })),
          )
          const tries = [
            attempt(plugin, varied),
            ...failing.map((at) => failingAt(plugin, varied, at.index, at.failure)),
          ]
          for (const tried of await Promise.all(tries)) {
            count += 1
            const places = placesWith(secret, tried).filter((place) => NEVER.includes(place))
            leaks.push(...places.map((place) => `"${example.name}": ${planted.field} is in ${place}`))
          }
        }
      }
    }
    expect(leaks).toEqual([])
    expect(count).toBeGreaterThan(examples.length / 2)
  })
})

test('the table puts no secret itself where one must never be', () => {
  const wrong = Object.entries(SECRET_USES).flatMap(([use, places]) =>
    places.filter((place) => NEVER.some((never) => place === `is in ${never}`)).map((place) => `${use} ${place}`),
  )
  expect(wrong).toEqual([])
})
