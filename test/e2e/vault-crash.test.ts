/** A browser that is killed in the middle of writing, again and again, in one profile: what was acknowledged is there. @module */
import { randomInt, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { makeTemporaryFolder, removeTemporaryFolder } from '../browsers/temporary.ts'
import { makeVault, openStage, type Stage, save } from './stage.ts'

const ROUNDS = 10
const WRITES_A_ROUND = 100
/** So many are on their way at any time. */
const AT_ONCE = 5
const LIMIT_MILLISECONDS = 240_000

interface Room {
  readonly id: string
  readonly label: string
}

let profile: string
let passphrase: string
let accountId: string

beforeAll(async () => {
  profile = makeTemporaryFolder('crash')
  const stage = await openStage(inject('browser'), { profile })
  try {
    ;({ passphrase } = stage)
    await makeVault(stage)
    const settings = { companyId: stage.company.id, companyPass: stage.company.password }
    accountId = await save(stage, 'desk.saveAccount', { pluginId: 'com.omnovia', name: 'Northwind', settings })
  } finally {
    await stage.close()
  }
})
afterAll(() => removeTemporaryFolder(profile))

test(`of ${ROUNDS * WRITES_A_ROUND} writes, with the browser killed by SIGKILL ${ROUNDS} times meanwhile, every acknowledged one is there`, {
  timeout: LIMIT_MILLISECONDS,
}, async () => {
  const acknowledged: Room[] = []
  const sent: string[] = []
  for (let round = 0; round <= ROUNDS; round += 1) {
    const stage = await openStage(inject('browser'), { profile })
    try {
      expect(await stage.send('vault.read', {}), `after ${round} kills`).toMatchObject({ state: 'locked' })
      await save(stage, 'vault.unlock', { passphrase })
      expect(await readDamaged(stage)).toEqual([])
      const stored = await listRooms(stage)
      expect(stored).toEqual(expect.arrayContaining(acknowledged))
      // Beyond them there are but writes that nobody heard of again.
      expect(sent).toEqual(expect.arrayContaining(stored.map(({ label }) => label)))
      if (round < ROUNDS) await writeUntilKilled(stage, acknowledged, sent)
      else await openAll(stage, stored)
    } finally {
      await stage.close()
    }
  }
  expect(acknowledged.length).toBeGreaterThan((ROUNDS * WRITES_A_ROUND) / 4)
  expect(acknowledged.length).toBeLessThan(sent.length)
})

/** Writes, and kills the browser on an acknowledgement while others are on their way. */
async function writeUntilKilled(stage: Stage, acknowledged: Room[], sent: string[]): Promise<void> {
  const last = acknowledged.length + randomInt(WRITES_A_ROUND / 2, WRITES_A_ROUND - AT_ONCE)
  let killed: Promise<void> | undefined
  let left = WRITES_A_ROUND
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (killed === undefined && left > 0) {
        left -= 1
        const label = randomUUID()
        sent.push(label)
        const id = await save(stage, 'desk.saveTarget', { accountId, fields: { label, roomId: '5678' } }).catch(
          (error) => {
            if (killed === undefined) throw error
          },
        )
        if (id !== undefined) acknowledged.push({ id, label })
        if (acknowledged.length >= last) killed ??= stage.session.kill()
      }
    }),
  )
  await killed
}

async function listRooms({ send }: Stage): Promise<readonly Room[]> {
  const found = (await send('desk.findTargets', { query: '', accountId, limit: 1000 })) as {
    readonly targets: readonly Room[]
  }
  return found.targets.map(({ id, label }) => ({ id, label }))
}

/** The list is the index's; what it lists must be in the records. */
async function openAll({ send }: Stage, rooms: readonly Room[]): Promise<void> {
  for (const { id, label } of rooms) {
    const room = await send('desk.readTarget', { id })
    expect(room).toMatchObject({ id, accountId, label, fields: { label, roomId: '5678' } })
  }
}

/** What the options page lists as damaged after it tried to open every record. */
async function readDamaged({ desk, session }: Stage): Promise<readonly string[]> {
  await desk.goto(`${session.extensionOrigin}/options.html#vault`)
  const panel = 'section[aria-labelledby="damage"]'
  await desk.waitFor((selector) => document.querySelector(selector)?.ariaBusy === 'false', panel)
  return await desk.evaluate(
    (selector) => [...document.querySelectorAll(`${selector} li`)].map((line) => line.textContent ?? ''),
    panel,
  )
}
