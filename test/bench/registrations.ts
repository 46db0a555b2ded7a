/** A list of 1,000 devices against the pace that the simulated vendor keeps: the list is held up by nothing else. @module */
import { until } from '../browsers/wait.ts'
import { CREATE, openReachStage, type ReachStage } from '../e2e/reach-stage.ts'
import { save } from '../e2e/stage.ts'
import { makeKeyPair } from '../vendors/reach/devices.ts'
import type { Measurement } from './report.ts'

const DEVICES = 1000
const AT_ONCE = 4
const REQUESTS = 100
const SECONDS = 4
const FLOOR_MILLISECONDS = (DEVICES / REQUESTS) * SECONDS * 1000

/** Registers them in Chromium; the vendor refuses whatever comes faster than its pace. */
export async function benchRegistrations(): Promise<readonly Measurement[]> {
  const pace = { requests: REQUESTS, seconds: SECONDS, status: 403, retryAfter: false } as const
  const stage = await openReachStage('chromium', { pace })
  try {
    await begin(stage)
    const done = async () => countsIn(await stage.send('bulk.read', {})).done === DEVICES
    await until('the end of the list', done, { milliseconds: 4 * FLOOR_MILLISECONDS })
    const requests = stage.reach.requests.of(CREATE)
    const taken = (requests.at(-1)?.answeredAt ?? Number.NaN) - (requests[0]?.arrivedAt ?? Number.NaN)
    const refused = requests.filter(({ status }) => status !== 200).length
    return [
      {
        name: 'bench/registrations: 1,000 devices against the simulator’s pace',
        ratio: taken / FLOOR_MILLISECONDS,
        limit: { atMost: 1.25 },
        detail: `${(taken / 1000).toFixed(1)} s and ${FLOOR_MILLISECONDS / 1000} s; ${refused} of ${requests.length} requests came too early`,
      },
    ]
  } finally {
    await stage.close()
  }
}

async function begin(stage: ReachStage): Promise<void> {
  const keyPair = await makeKeyPair()
  const inputs = Array.from({ length: DEVICES }, () => stage.reach.addDevice({ keyPair }).rollout).map(
    ({ remotecontrolId, requestId, rolloutKey }) => ({
      remotecontrolId,
      requestId,
      rolloutKey,
      label: remotecontrolId,
    }),
  )
  const { accountId } = stage
  const pace = { requests: REQUESTS, seconds: SECONDS }
  await save(stage, 'bulk.begin', { accountId, action: 'register', inputs, atOnce: AT_ONCE, pace })
}

function countsIn(view: unknown): { readonly done?: number } {
  return (view as { readonly counts: { readonly done?: number } }).counts
}
