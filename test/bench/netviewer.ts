/** Netviewer: a booking against a bare request from the same browser; many sessions against the vault's limits. @module */
import { rm } from 'node:fs/promises'
import type { Page } from '../browsers/session.ts'
import { type NetviewerStage, openNetviewerStage, valid } from '../e2e/netviewer-stage.ts'
import { save } from '../e2e/stage.ts'
import { writeBareCaller } from './bare-extension.ts'
import { type Measurement, median, percentile } from './report.ts'

const WARM_UPS = 3
const BOOKINGS = 25
const SESSIONS = 200
const PARTICIPANTS = 20
const SEARCHES = 50

/** Both parts, in Chromium. */
export async function benchNetviewer(): Promise<readonly Measurement[]> {
  return [await booking(), ...(await manySessions())]
}

/** Books alternately by our plugin and by one bare `fetch`; each makes a connection of its own, with the certificate. */
async function booking(): Promise<Measurement> {
  const bare = await writeBareCaller()
  const stage = await openNetviewerStage('chromium', valid, {}, { moreExtensions: [bare] })
  try {
    const caller = await stage.session.waitForPage((url) => url.endsWith('/caller.html'))
    const ours: number[] = []
    const floor: number[] = []
    for (let round = 0; round < WARM_UPS + BOOKINGS; round += 1) {
      const own = await timed(stage.desk, { message: 'action.run', payload: orderOf(stage) })
      const least = await timed(caller, requestTo(stage))
      if (round < WARM_UPS) continue
      ours.push(own)
      floor.push(least)
    }
    const booked = stage.netviewer.sessions.length
    if (booked !== 2 * (WARM_UPS + BOOKINGS)) throw new Error(`Only ${booked} bookings came about.`)
    return {
      name: 'bench/netviewer: a booking, stored, against one bare request with the same certificate',
      ratio: median(ours) / median(floor),
      limit: { atMost: 1.25 },
      detail: `medians of ${BOOKINGS}: ${median(ours).toFixed(1)} ms and ${median(floor).toFixed(1)} ms`,
    }
  } finally {
    await stage.close()
    await rm(bare, { recursive: true, force: true })
  }
}

/** Lists and searches sessions by their participants. */
async function manySessions(): Promise<readonly Measurement[]> {
  const stage = await openNetviewerStage('chromium')
  try {
    for (let number = 0; number < SESSIONS; number += 1) await saveSession(stage, number)
    await stage.session.stopBackground()
    const first = await timed(stage.desk, search(stage, ''))
    const searches: number[] = []
    for (let round = 0; round < SEARCHES; round += 1) {
      searches.push(await timed(stage.desk, search(stage, `guest ${round % PARTICIPANTS} of ${round}`)))
    }
    const many = `${SESSIONS} sessions with ${PARTICIPANTS} participants`
    return [
      {
        name: `bench/netviewer: ${many}, listed by a background that was just started, in ms`,
        ratio: first,
        limit: { atMost: 1000 },
        detail: 'from the message to the answer',
      },
      {
        name: `bench/netviewer: ${many}, a keystroke in the search, in ms`,
        ratio: percentile(searches),
        limit: { atMost: 16 },
        detail: `95 of 100 are faster; the median is ${median(searches).toFixed(1)} ms, from the message to the answer`,
      },
    ]
  } finally {
    await stage.close()
  }
}

async function saveSession(stage: NetviewerStage, number: number): Promise<void> {
  const participants = Array.from({ length: PARTICIPANTS }, (_, place) => ({
    name: `Guest ${place} of ${number}`,
    email: `guest-${place}-${number}@example.com`,
  }))
  const tokens = Object.fromEntries(participants.map(({ email }) => [`email:${email}`, makeToken()]))
  const fields = {
    subject: `Meeting ${number}`,
    sessionNumber: String(1000 + number),
    moderatorToken: makeToken(),
    participants,
    participantTokens: JSON.stringify(tokens),
  }
  await save(stage, 'desk.saveTarget', { accountId: stage.accountId, fields })
}

function makeToken(): string {
  return `${crypto.randomUUID().replaceAll('-', '').toUpperCase()}01`
}

function search({ accountId }: NetviewerStage, query: string): object {
  return { message: 'desk.findTargets', payload: { query, accountId, limit: 50 } }
}

function orderOf({ accountId }: NetviewerStage): object {
  const runId = crypto.randomUUID().replaceAll('-', '')
  return { runId, accountId, action: 'bookNow', input: { durationMinutes: 60 } }
}

function requestTo({ netviewer }: NetviewerStage): object {
  const body = { product: 'meet', kind: 'adhoc', durationMinutes: 60, moderator: { name: 'Joe Smith' } }
  return { url: `${netviewer.origin}/sessions`, body: JSON.stringify(body) }
}

/** Milliseconds from a message to the background until its answer. */
async function timed(page: Page, message: object): Promise<number> {
  return await page.evaluate(async (sent) => {
    const { chrome } = globalThis as unknown as {
      readonly chrome: { readonly runtime: { sendMessage(message: object): Promise<unknown> } }
    }
    const start = performance.now()
    await chrome.runtime.sendMessage(sent)
    return performance.now() - start
  }, message)
}
