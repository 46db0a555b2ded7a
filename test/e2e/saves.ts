/** Saves of one room, and what is found of them after the background was ended. @module */
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { type Organisation, type Stage, save, setUpOrganisation } from './stage.ts'

/** A room as it was last seen. */
interface Seen {
  readonly label: string
  readonly revision: number
}

/** How a save ended of which nobody knows whether it came to its end. */
export interface Ended {
  readonly acknowledged: boolean
  readonly state: 'old' | 'new'
}

/** A save that is on its way. */
export interface Saving {
  /** Whether the background said that it is stored; false where it was ended before. */
  readonly acknowledged: Promise<boolean>
  /** Starts the background again, looks at everything and tells which state is there; another one fails the test. */
  look(): Promise<Ended>
}

/** The room that is saved, again and again. */
export interface SavedRoom {
  readonly id: string
  /** Sends a save with a new label. */
  begin(): Saving
}

/** Sets up an organisation, and its room for saving. */
export async function openSavedRoom(stage: Stage): Promise<SavedRoom> {
  const organisation = await setUpOrganisation(stage)
  const expected = await stage.send('desk.read', {})
  let seen = await readRoom(stage, organisation)
  return {
    id: organisation.support,
    begin() {
      const label = randomUUID()
      const before = seen
      const acknowledged = isAcknowledged(stage, organisation, before, label)
      // Who ends the background awaits this later.
      acknowledged.catch(() => {})
      return {
        acknowledged,
        async look() {
          // A message that the background's end overtook is taken by the next one, so this is awaited before looking.
          const isStored = await acknowledged
          expect(await stage.send('vault.read', {})).toMatchObject({ state: 'unlocked' })
          seen = await readRoom(stage, organisation)
          const after = { label, revision: before.revision + 1 }
          expect([before, after]).toContainEqual(seen)
          // The index is changed with the record, or not at all.
          expect(await found(stage, before.label)).toEqual(seen.label === label ? [] : [organisation.support])
          expect(await found(stage, label)).toEqual(seen.label === label ? [organisation.support] : [])
          expect(await stage.send('desk.read', {})).toEqual(expected)
          return { acknowledged: isStored, state: seen.label === label ? 'new' : 'old' }
        },
      }
    },
  }
}

async function isAcknowledged(stage: Stage, room: Organisation, seen: Seen, label: string): Promise<boolean> {
  const { accountId, support: id } = room
  const stored = { id, revision: seen.revision }
  try {
    return (await save(stage, 'desk.saveTarget', { stored, accountId, fields: { label, roomId: '5678' } })) === id
  } catch (error) {
    // An answer that says no is a failure; none at all is what the end of the background brings.
    if (/undefined$|channel|connection|context/i.test(String(error))) return false
    throw error
  }
}

async function readRoom(stage: Stage, { support }: Organisation): Promise<Seen> {
  const { label, revision } = (await stage.send('desk.readTarget', { id: support })) as Seen
  return { label, revision }
}

async function found(stage: Stage, query: string): Promise<readonly string[]> {
  const lines = (await stage.send('desk.findTargets', { query, limit: 10 })) as {
    readonly targets: readonly { readonly id: string }[]
  }
  return lines.targets.map(({ id }) => id)
}
