/** The conformance kit finds each fault by the check that is there for it, and leaves a sound plugin alone. @module */
import { describe, expect, test } from 'vitest'
import type { Plugin } from '../plugin.ts'
import { checkPlugin, type Example, type HostWords, type TestOptions, testPlugin } from '../testing.ts'
import { faults, joined, joiningBy } from './faults.ts'
import { calledOnFailure, openedForHostile, refusedBySdk, softFaults, speakingEnglish } from './soft-faults.ts'
import { sound, soundExamples } from './sound-plugin.ts'

const [joining] = soundExamples
const all = [...faults, ...softFaults]
/** The checks that fail nothing. */
const WARNINGS = ['permissions-used', 'host-languages']

describe('checkPlugin', () => {
  test('finds nothing in the sound plugin, and skips no check', async () => {
    const { checks, passed, plugin } = await checkPlugin(sound, soundExamples)
    expect(checks.filter(({ status }) => status !== 'passed')).toEqual([])
    expect({ passed, plugin }).toEqual({ passed: true, plugin: 'example.meet' })
  })

  test.each(all)('finds by $check alone: $name', async ({ check, plugin = sound, examples = soundExamples }) => {
    const { checks, passed } = await checkPlugin(plugin, examples)
    const isWarning = WARNINGS.includes(check)
    const found = checks.filter(({ status }) => status === 'failed' || (isWarning && status === 'warned'))
    expect(found.map(({ id, problems }) => [id, problems.length > 0])).toEqual([[check, true]])
    expect(passed).toBe(isWarning)
  })

  test.each<[string, { readonly plugin: Plugin; readonly examples: readonly Example[] }]>([
    ['words of the SDK in languages of its own', refusedBySdk],
    ['a permission that is used only after a failure', { plugin: calledOnFailure, examples: soundExamples }],
    ['a permission that only a hostile text uses', { plugin: openedForHostile, examples: soundExamples }],
  ])('takes no offence at %s', async (_name, { plugin, examples }) => {
    const { checks } = await checkPlugin(plugin, examples)
    const soft = checks.filter(({ id }) => [...WARNINGS, 'texts-complete'].includes(id))
    expect(soft.map(({ id, problems }) => [id, problems])).toEqual(soft.map(({ id }) => [id, []]))
  })

  test('has a fault seeded for each check', async () => {
    const { checks } = await checkPlugin(sound, soundExamples)
    expect([...new Set(all.map(({ check }) => check))].sort()).toEqual(checks.map(({ id }) => id).sort())
  })

  describe('takes a host’s words for a text of the plugin', () => {
    const others = ['de', 'es', 'fr', 'ru', 'he']
    const [server, ...rest] = ['Server', 'Room', 'Join', 'Book']
    const words = (...english: readonly string[]) =>
      Object.fromEntries(others.map((language) => [language, Object.fromEntries(english.map((text) => [text, '…']))]))
    const found = async (given: HostWords) => {
      const { checks } = await checkPlugin(speakingEnglish, soundExamples, { words: given })
      return checks.find(({ id }) => id === 'host-languages')?.problems
    }

    test('where it has each of them, whole or with places', async () => {
      expect(await found(words('Key', String(server), ...rest))).toEqual([])
      expect(await found(words('Key', 'S{1}r', ...rest))).toEqual([])
    })

    test('and tells those that it lacks', async () => {
      const missing = (language: string) => `${language}: 1 of its 6 texts are missing: account.key: label`
      expect(await found(words('K', String(server), ...rest))).toEqual(others.map(missing))
      expect(await found({ ...words('Key', String(server), ...rest), he: {} })).toEqual([
        'he: none of its 6 texts is there',
      ])
    })
  })

  test('leaves the clock, random and the network as they were', async () => {
    const before = [Date, Math.random, globalThis.fetch, setTimeout, crypto.subtle, performance.now]
    await checkPlugin(sound, soundExamples)
    expect([Date, Math.random, globalThis.fetch, setTimeout, crypto.subtle, performance.now]).toEqual(before)
    expect(Object.hasOwn(crypto, 'getRandomValues')).toBe(false)
  })

  test('says what is not applicable', async () => {
    const { book: _book, ...actions } = sound.actions
    const { checks } = await checkPlugin({ ...sound, actions } as Plugin, [joining])
    const skipped = checks.filter(({ status }) => status === 'not-applicable').map(({ id }) => id)
    expect(skipped).toEqual(['undeclared-fetch', 'http-failures'])
  })

  test('reports a plugin that is none, check by check', async () => {
    const { passed } = await checkPlugin({} as Plugin, [])
    expect(passed).toBe(false)
  })
})

describe('testPlugin', () => {
  function declared(plugin: Plugin, options?: TestOptions) {
    const tests = new Map<string, () => Promise<void>>()
    const runner = {
      describe: (_name: string, define: () => void) => define(),
      test: (name: string, run: () => Promise<void>) => tests.set(name, run),
    }
    testPlugin(plugin, soundExamples, runner, options)
    return tests
  }

  /** What the tests fail with. */
  async function failuresOf(tests: ReadonlyMap<string, () => Promise<void>>): Promise<readonly string[]> {
    const failures: string[] = []
    for (const [name, run] of tests) await run().catch((error: Error) => failures.push(`${name} | ${error.message}`))
    return failures
  }

  test('declares one test per check, and each passes', async () => {
    const tests = declared(sound)
    for (const run of tests.values()) await run()
    expect(tests.size).toBe((await checkPlugin(sound, soundExamples)).checks.length)
  })

  test('fails the test of the check that finds something, with the problems and the check’s page', async () => {
    const failures = await failuresOf(declared(joiningBy((args) => (Date.now() > 0 ? joined(args) : undefined))))
    const said = /^pure: .*"joins a room": it reached for Date\.now.*\nSee @joinery\/sdk\/docs\/checks\/pure\.md$/s
    expect(failures).toEqual([expect.stringMatching(said)])
  })

  const unused = softFaults.find(({ check }) => check === 'permissions-used')?.plugin ?? sound

  test('lists warnings and fails nothing', async () => {
    const warnings: string[] = []
    const failures = await failuresOf(declared(unused, { warn: (text) => warnings.push(text) }))
    const said = /^example\.meet, permissions-used: permissions\.open: .*"meet:\*"\nSee @joinery\/sdk\/docs\/checks\//
    expect({ failures, warnings }).toEqual({ failures: [], warnings: [expect.stringMatching(said)] })
  })

  test('fails for warnings where it is strict', async () => {
    const warnings: string[] = []
    const failures = await failuresOf(declared(unused, { strict: true, warn: (text) => warnings.push(text) }))
    expect({ failures, warnings }).toEqual({
      failures: [expect.stringMatching(/^permissions-used: .*"meet:\*"/s)],
      warnings: [],
    })
  })
})
