import { expect, test } from 'vitest'
import { runAction } from '../host.ts'
import { companionPlugin } from './companion-plugin.ts'
import { dataHalf } from './data-half.ts'
import type { RunMessage } from './envelope.ts'
import { controlled, lent, ran, remote, values } from './remote-fixture.ts'

test('a companion gets what its plugin names, and nothing else', async () => {
  let asked: RunMessage | undefined
  const plugin = companionPlugin(dataHalf(remote), async (message) => {
    asked = message
    return ran(message)
  })
  const account = { ...values.account, foreign: 'of no field' }
  const target = { ...values.target, label: 'of no field' }
  const input = { guests: [{ code: 'a guest’s code', name: 'of no field' }], more: 'of no field' }
  await runAction({ plugin, action: 'control', account, target, person: values.person, input, now: 7 }, lent)
  expect(asked).toEqual({
    joinery: 1,
    type: 'run',
    runId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    plugin: 'example.remote',
    action: 'control',
    account: values.account,
    target: values.target,
    person: { email: 'ada@example.com' },
    input: { guests: [{ code: 'a guest’s code' }] },
    now: 7,
  })
  expect(JSON.parse(JSON.stringify(asked))).toEqual(asked)
})

test('an action on the account is told of no target and no fact', async () => {
  let asked: RunMessage | undefined
  const plugin = companionPlugin(dataHalf(remote), async (message) => {
    asked = message
    return ran(message, { type: 'done' })
  })
  await runAction({ plugin, action: 'register', ...values, now: 7 }, lent)
  expect(asked).toMatchObject({ target: {}, person: {}, input: {} })
})

test('each run has a name of its own', async () => {
  const names: string[] = []
  const answer = (asked: RunMessage) => {
    names.push(asked.runId)
    return ran(asked)
  }
  await controlled(answer)
  await controlled(answer)
  expect(new Set(names).size).toBe(2)
})

test('every action is a task, whatever it was, and keeps its data', () => {
  const plugin = companionPlugin(dataHalf(remote), async () => undefined)
  expect(dataHalf(plugin)).toEqual(
    JSON.parse(JSON.stringify(dataHalf(remote)).replaceAll('"kind":"link"', '"kind":"task"')),
  )
})
