/** A save whose background is ended: afterwards there is the old state or the new one, never neither. @module */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Halt, Place } from '../browsers/session.ts'
import { holdRecords, seeRevision } from './held-records.ts'
import { type Ended, openSavedRoom, type SavedRoom } from './saves.ts'
import { openStage, type Stage } from './stage.ts'

const isChromium = inject('browser') === 'chromium'
const POINTS = 48
const ROUNDS = 5
const SWEEP_LIMIT_MILLISECONDS = 180_000

let stage: Stage
let room: SavedRoom

beforeAll(async () => {
  stage = await openStage(inject('browser'))
  room = await openSavedRoom(stage)
})
afterAll(() => stage?.close())

// Firefox has no debugger that stops a background at a place of its code.
test.runIf(!isChromium)(
  `killed at ${POINTS} moments spread over the length of a save, it has stored the old state or the new one`,
  { timeout: SWEEP_LIMIT_MILLISECONDS },
  async () => {
    const length = await usualLength()
    const ends: Ended[] = []
    for (let point = 0; point < POINTS; point += 1) {
      const saving = room.begin()
      await stage.session.killBackground((point / POINTS) * 1.5 * length)
      ends.push(await saving.look())
    }
    expectBothStates(ends)
  },
)

test.runIf(isChromium)(
  'killed at every single await on its way to the acknowledgement, it has stored the old state or the new one',
  { timeout: SWEEP_LIMIT_MILLISECONDS },
  async () => {
    const places = await awaitsOfSave()
    const ends: Ended[] = []
    for (;;) {
      const end = await killedAtAwait(ends.length + 1, places)
      if (end === undefined) break
      ends.push(end)
    }
    // Sealing record and index and storing both waits for more than this.
    expect(ends.length).toBeGreaterThan(40)
    expectBothStates(ends)
    expect(ends).toContainEqual({ acknowledged: false, state: 'new' })
  },
)

describe(`in each of ${ROUNDS} rounds`, () => {
  test('killed while its transaction waits for another one, it has stored nothing', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const held = await holdRecords(stage.desk)
      const saving = room.begin()
      await held.waitForWriter()
      await stage.session.killBackground()
      await held.release()
      expect(await saving.look()).toEqual({ acknowledged: false, state: 'old' })
    }
  })

  test('killed once another transaction has seen it, it has stored everything', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const seen = await seeRevision(stage.desk, room.id)
      const saving = room.begin()
      await seen.changed()
      await stage.session.killBackground()
      expect(await saving.look()).toMatchObject({ state: 'new' })
    }
  })
})

/** Every place with an `await` that a save comes by in a background that has just started. */
async function awaitsOfSave(): Promise<readonly Place[]> {
  await stage.session.stopBackground()
  expect(await stage.send('vault.read', {})).toMatchObject({ state: 'unlocked' })
  const halt = await halted(Number.POSITIVE_INFINITY)
  const saving = room.begin()
  expect(await saving.acknowledged).toBe(true)
  const passed = [...halt.passed]
  await halt.release()
  await saving.look()
  return passed
}

async function killedAtAwait(count: number, places: readonly Place[]): Promise<Ended | undefined> {
  const halt = await halted(count, places)
  const saving = room.begin()
  const isReached = await Promise.race([halt.reached.then(() => true), saving.acknowledged.then(() => false)])
  if (isReached) await stage.session.killBackground()
  await halt.release()
  const end = await saving.look()
  return isReached ? end : undefined
}

async function halted(count: number, among?: readonly Place[]): Promise<Halt> {
  const { haltBackground } = stage.session
  if (haltBackground === undefined) throw new Error('This browser does not halt its background.')
  return await haltBackground(count, among)
}

/** Milliseconds from sending a save to its acknowledgement; half of all saves take no longer. */
async function usualLength(): Promise<number> {
  const lengths: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now()
    const saving = room.begin()
    expect(await saving.acknowledged).toBe(true)
    lengths.push(performance.now() - start)
    expect(await saving.look()).toEqual({ acknowledged: true, state: 'new' })
  }
  return lengths.toSorted((one, other) => one - other)[ROUNDS >> 1] ?? 0
}

function expectBothStates(ends: readonly Ended[]): void {
  expect(ends).toContainEqual({ acknowledged: false, state: 'old' })
  expect(ends).toContainEqual(expect.objectContaining({ state: 'new' }))
  // What was acknowledged is stored.
  expect(ends).not.toContainEqual({ acknowledged: true, state: 'old' })
}
