/** The conformance kit finds each fault by the check that is there for it, and leaves a sound plugin alone. @module */
import { describe, expect, test } from 'vitest'
import type { Plugin } from '../plugin.ts'
import { checkPlugin, testPlugin } from '../testing.ts'
import { faults, joined, joiningBy } from './faults.ts'
import { sound, soundExamples } from './sound-plugin.ts'

const [joining] = soundExamples

describe('checkPlugin', () => {
  test('finds nothing in the sound plugin, and skips no check', async () => {
    const { checks, passed, plugin } = await checkPlugin(sound, soundExamples)
    expect(checks.filter(({ status }) => status !== 'passed')).toEqual([])
    expect({ passed, plugin }).toEqual({ passed: true, plugin: 'example.meet' })
  })

  test.each(faults)('finds by $check alone: $name', async ({ check, plugin = sound, examples = soundExamples }) => {
    const { checks, passed } = await checkPlugin(plugin, examples)
    const failed = checks.filter(({ status }) => status === 'failed')
    expect(failed.map(({ id, problems }) => [id, problems.length > 0])).toEqual([[check, true]])
    expect(passed).toBe(false)
  })

  test('has a fault seeded for each check', async () => {
    const { checks } = await checkPlugin(sound, soundExamples)
    expect([...new Set(faults.map(({ check }) => check))].sort()).toEqual(checks.map(({ id }) => id).sort())
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
  function declared(plugin: Plugin) {
    const tests = new Map<string, () => Promise<void>>()
    testPlugin(plugin, soundExamples, {
      describe: (_name, define) => define(),
      test: (name, run) => tests.set(name, run),
    })
    return tests
  }

  test('declares one test per check, and each passes', async () => {
    const tests = declared(sound)
    for (const run of tests.values()) await run()
    expect(tests.size).toBe((await checkPlugin(sound, soundExamples)).checks.length)
  })

  test('fails the test of the check that finds something, with the problems', async () => {
    const tests = declared(joiningBy((args) => (Date.now() > 0 ? joined(args) : undefined)))
    const failures: string[] = []
    for (const [name, run] of tests) await run().catch((error: Error) => failures.push(`${name} | ${error.message}`))
    expect(failures).toEqual([expect.stringMatching(/^pure: .*"joins a room": it reached for Date\.now/s)])
  })
})
