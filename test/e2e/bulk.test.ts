/** Many devices are registered from a list, whatever stops the program in between. @module */
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { until } from '../browsers/wait.ts'
import { type Device, makeKeyPair } from '../vendors/reach/devices.ts'
import { answers, drops, fails, limited } from '../vendors/reach/faults.ts'
import type { SeenRequest } from '../vendors/reach/requests.ts'
import { openAction } from './action-forms.ts'
import { input } from './own-pages.ts'
import { CREATE, openReachStage, type ReachStage, storedDevices } from './reach-stage.ts'

let stage: ReachStage
const LIST_MILLISECONDS = 200_000

const keyPair = makeKeyPair()

beforeAll(async () => {
  stage = await openReachStage(inject('browser'))
})
afterAll(() => stage?.close())

test('a list is shown as it was understood, is corrected, and ends in a table that tells of each line', async () => {
  const devices = await makeDevices(5)
  const [first, second, third, fourth] = devices
  const files = devices.map((device, index) => device.rolloutFile(index === 1 ? 'key first' : 'identifier first'))
  faultFor(second, fails('invalid_request'))
  faultFor(third, drops('after'))
  faultFor(fourth, answers(500, { error: 'internal_error' }, {}, 'after'))
  await openAction(stage, 'register')
  await stage.desk.fill('textarea', [...files, '124999999'].join('\n'))
  await stage.desk.click('button.read')
  await stage.desk.waitFor(() => document.querySelectorAll('.lines tbody tr').length === 6)
  // The last line lacks its request, so nothing begins before it is corrected or taken away.
  await stage.desk.click('button.begin')
  await stage.desk.waitFor(() => document.querySelector('.bulk .message-problem') !== null)
  expect(stage.reach.requests.of(CREATE)).toHaveLength(0)
  await stage.desk.click('.lines tr:last-child button')
  await stage.desk.waitFor(() => document.querySelectorAll('.lines tbody tr').length === 5)
  const before = first?.rollout.requestId
  await begin()
  await ended()
  expect(await counts()).toEqual({ done: 2, refused: 1, unclear: 2 })
  const table = (await stage.send('bulk.table', {})) as { rows: readonly (readonly string[])[] }
  expect(table.rows.map(([state]) => state)).toEqual([
    'done',
    'refused',
    'unclear, may have been done',
    'unclear, may have been done',
    'done',
  ])
  expect(table.rows[0]).toContain(before)
  expect(JSON.stringify(table)).not.toContain(files[0]?.split(',').at(-1))
  expect(stage.reach.requests.of(CREATE)).toHaveLength(5)
  expect(await storedDevices(stage)).toHaveLength(2)
  await newList()
})

test('dropped files are read, a list is paused and goes on', async () => {
  const devices = await makeDevices(40)
  const before = stage.reach.requests.of(CREATE).length
  await openAction(stage, 'register')
  await stage.desk.waitFor(() => document.querySelector('.drop') !== null)
  const files = [JSON.stringify(devices.slice(1).map(({ rollout }) => rollout)), devices[0]?.rolloutFile('csv') ?? '']
  await stage.desk.evaluate((texts) => {
    const dataTransfer = new DataTransfer()
    for (const [index, text] of texts.entries()) dataTransfer.items.add(new File([text], `rollout-${index}.txt`))
    document
      .querySelector('.drop')
      ?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
  }, files)
  await stage.desk.waitFor(() => document.querySelector('.message-done')?.textContent?.includes('40 lines'))
  await begin()
  await stage.reach.requests.arrival(CREATE, before)
  await steer('Pause')
  await stage.desk.waitFor(() => document.querySelector('.bulk-state')?.getAttribute('data-state') === 'paused')
  // What is under way ends; nothing else begins.
  await expect.poll(async () => (await counts()).asked ?? 0).toBe(0)
  const { done = 0, waiting = 0 } = await counts()
  expect(done + waiting).toBe(40)
  expect(waiting).toBeGreaterThan(0)
  expect(stage.reach.requests.of(CREATE).length - before).toBe(done)
  await steer('Go on')
  await ended()
  expect(await counts()).toEqual({ done: 40 })
  expect(stage.reach.requests.of(CREATE).length - before).toBe(40)
  await newList()
})

test('a limit of requests holds the list for the time that the vendor says, and nothing is refused for it', async () => {
  const [device] = await makeDevices(1)
  faultFor(device, limited(403, '2'))
  const before = stage.reach.requests.of(CREATE).length
  await paste([device?.rolloutFile() ?? ''])
  await begin()
  await stage.desk.waitFor(() => document.querySelector('.bulk')?.textContent?.includes('The vendor asks to wait'))
  await ended()
  expect(await counts()).toEqual({ done: 1 })
  const [refused, accepted] = stage.reach.requests.of(CREATE).slice(before)
  expect((accepted?.arrivedAt ?? 0) - (refused?.arrivedAt ?? 0)).toBeGreaterThanOrEqual(2000)
  await newList()
})

test('a wrong token pauses the list before it goes through all lines in vain; it goes on once it is right', async () => {
  const devices = await makeDevices(20)
  const before = stage.reach.requests.of(CREATE).length
  const { token } = stage.reach.tenant
  stage.reach.tenant.token = 'another'
  await paste(devices.map((device) => device.rolloutFile()))
  await begin()
  await stage.desk.waitFor(() => document.querySelector('.bulk-state')?.getAttribute('data-state') === 'paused')
  stage.reach.tenant.token = token
  expect(stage.reach.requests.of(CREATE).length - before).toBeLessThanOrEqual(4)
  await steer('Go on')
  await ended()
  expect(await counts()).toEqual({ done: 20 })
  await newList()
})

test('what is called off is not asked for any more', async () => {
  const devices = await makeDevices(50)
  const before = stage.reach.requests.of(CREATE).length
  await paste(devices.map((device) => device.rolloutFile()))
  await begin()
  await stage.reach.requests.arrival(CREATE, before)
  await steer('Call off')
  await expect.poll(async () => (await counts()).waiting ?? 0).toBe(0)
  const { done = 0, cancelled = 0 } = await counts()
  expect(cancelled).toBeGreaterThan(0)
  expect(done + cancelled).toBe(50)
  expect(stage.reach.requests.of(CREATE).length - before).toBe(done)
  await newList()
})

test('of 1,000 devices none is lost and none is asked for twice, though the program is stopped in between', async () => {
  // An empty vault, so that all of its devices are of this list.
  await stage.close()
  stage = await openReachStage(inject('browser'))
  const devices = await makeDevices(1000)
  const requestIds = new Set(devices.map(({ rollout }) => rollout.requestId))
  const before = stage.reach.requests.of(CREATE).length
  await paste(devices.map((device) => device.rolloutFile()))
  await begin()
  for (const count of [100, 350, 700]) {
    await stage.reach.requests.arrival(CREATE, before + count)
    await stage.session.stopBackground()
  }
  await ended()
  const asked = stage.reach.requests.of(CREATE).slice(before).map(requestIdOf)
  expect(new Set(asked).size).toBe(asked.length)
  const stored = new Set((await storedDevices(stage)).map(({ fields }) => fields.requestId))
  const table = (await stage.send('bulk.table', {})) as { rows: readonly (readonly string[])[] }
  const unclear = table.rows.filter(([state]) => state?.startsWith('unclear')).flatMap((row) => row.slice(1, 4))
  for (const requestId of requestIds) expect(stored.has(requestId) !== unclear.includes(requestId)).toBe(true)
  // A line that was noted as asked, and whose request the stop kept from leaving, is among those that nobody knows of.
  const neverSent = [...requestIds].filter((requestId) => !asked.includes(requestId))
  expect(unclear).toEqual(expect.arrayContaining(neverSent))
  expect(asked.every((requestId) => requestIds.has(requestId))).toBe(true)
  // No more than were under way when the program was stopped.
  expect((await counts()).unclear ?? 0).toBeLessThanOrEqual(12)
}, 240_000)

async function makeDevices(count: number): Promise<readonly Device[]> {
  const pair = await keyPair
  return Array.from({ length: count }, () => stage.reach.addDevice({ keyPair: pair }))
}

function faultFor(device: Device | undefined, fault: Parameters<ReachStage['reach']['faults']['add']>[1]): void {
  const requestId = device?.rollout.requestId
  stage.reach.faults.add(CREATE, fault, (request) => requestIdOf(request) === requestId)
}

function requestIdOf({ body }: SeenRequest): string {
  return (JSON.parse(body) as { request_id: string }).request_id
}

async function paste(files: readonly string[]): Promise<void> {
  await openAction(stage, 'register')
  await stage.desk.fill('textarea', files.join('\n'))
  await stage.desk.click('button.read')
}

async function begin(): Promise<void> {
  await stage.desk.fill(input('requests'), '36000')
  await stage.desk.select(input('per'), 'day')
  await stage.desk.click('button.begin')
  await stage.desk.waitFor(() => document.querySelector('.bulk-state') !== null)
}

async function ended(): Promise<void> {
  let state: string | undefined
  const ask = async () => {
    state = ((await stage.send('bulk.read', {})) as { state: string }).state
    return state === 'finished'
  }
  await until('the end of the list', ask, { milliseconds: LIST_MILLISECONDS, detail: () => `It is ${state}.` })
  await stage.desk.waitFor(() => document.querySelector('.bulk-state')?.getAttribute('data-state') === 'finished')
}

async function counts(): Promise<{ readonly [state: string]: number }> {
  return ((await stage.send('bulk.read', {})) as { counts: { [state: string]: number } }).counts
}

async function steer(label: string): Promise<void> {
  const selector = await stage.desk.evaluate((words) => {
    const button = [...document.querySelectorAll<HTMLElement>('.bulk button')].find((one) => one.textContent === words)
    button?.setAttribute('data-steer', words)
    return `[data-steer="${words}"]`
  }, label)
  await stage.desk.click(selector)
}

async function newList(): Promise<void> {
  await steer('New list')
  await stage.desk.waitFor(() => document.querySelector('textarea') !== null)
}
