/** What is asked of a server about a meeting (docs.bigbluebutton.org, development/api, "isMeetingRunning" and "end"). @module */
import type { FetchHost, Outcome } from '@joinery/sdk'
import { badAnswer, textAt } from './answer.ts'
import { call } from './call.ts'
import type { Account, Meeting } from './fields.ts'

interface Asking {
  readonly account: Account
  readonly target: Meeting
  readonly host: FetchHost
}

const RUNNING = { en: 'The meeting is running.', de: 'Die Besprechung läuft.' } as const
const NOT_RUNNING = { en: 'The meeting is not running now.', de: 'Die Besprechung läuft gerade nicht.' } as const
const ENDING = {
  en: 'The meeting is being ended; that may take some seconds.',
  de: 'Die Besprechung wird beendet; das kann einige Sekunden dauern.',
} as const
const MAY_HAVE_ENDED = {
  en: 'No clear answer came. The meeting may be ended; ask whether it is running.',
  de: 'Es kam keine klare Antwort. Die Besprechung ist womöglich beendet; bitte nachfragen, ob sie läuft.',
} as const
const ACCEPTED = {
  en: 'The server accepts the shared secret.',
  de: 'Der Server nimmt das gemeinsame Geheimnis an.',
} as const
/** A question about a meeting changes nothing, whether there is one of this ID or not. */
const ANY_MEETING = 'joinery-connection-test'

/** Says whether somebody is in the meeting. */
export async function running({ account, target, host }: Asking): Promise<Outcome> {
  const isRunning = await ask(account, target.meetingId, host)
  return { type: 'done', message: isRunning ? RUNNING : NOT_RUNNING }
}

/** Ends the meeting for everybody in it; a success says no more than that the server will. */
export async function end({ account, target, host }: Asking): Promise<Outcome> {
  await call(account, host, 'end', { meetingID: target.meetingId }, { mayHave: MAY_HAVE_ENDED })
  return { type: 'done', message: ENDING }
}

/** Says that the server answers and takes the secret. */
export async function testConnection({ account, host }: Pick<Asking, 'account' | 'host'>): Promise<Outcome> {
  await ask(account, ANY_MEETING, host)
  return { type: 'done', message: ACCEPTED }
}

async function ask(account: Account, meetingID: string, host: FetchHost): Promise<boolean> {
  const answer = textAt(await call(account, host, 'isMeetingRunning', { meetingID }), 'running')
  if (answer === 'true' || answer === 'false') return answer === 'true'
  throw badAnswer()
}
