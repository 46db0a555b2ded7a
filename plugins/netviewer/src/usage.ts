/** What sessions took, for billing (vendors.md 3.2). @module */
import {
  type Cell,
  isPluginError,
  type Outcome,
  PluginError,
  type SaveHost,
  type TaskHost,
  type Text,
} from '@joinery/sdk'
import { answerIn, numberOf } from './answers.ts'
import { badAnswer, type CallHost, type Gateway, gatewayOf } from './call.ts'
import type { Account, Session } from './fields.ts'
import { expectDates } from './plan.ts'

interface Usage {
  readonly startedAt: number | undefined
  readonly endedAt: number | undefined
  readonly minutes: number
  readonly participants: number
}

const COLUMNS: readonly Text[] = [
  { en: 'Session number', de: 'Sitzungsnummer' },
  { en: 'Subject', de: 'Betreff' },
  { en: 'Started', de: 'Begonnen' },
  { en: 'Ended', de: 'Beendet' },
  { en: 'Minutes', de: 'Minuten' },
  { en: 'Participants', de: 'Teilnehmer' },
]
const PROBLEM: Text = { en: 'Problem', de: 'Problem' }
const TITLE: Text = { en: 'Usage', de: 'Nutzung' }
const AT_ONCE = 4
/** After these the next session would only meet the same. */
const STOPS: ReadonlySet<string> = new Set(['rate-limited', 'unreachable', 'timeout', 'certificate', 'cancelled'])

/** Gives what one session took. */
export async function usage(account: Account, target: Session, host: CallHost): Promise<Outcome> {
  const sessionNumber = numberOf(target)
  const took = await ask(gatewayOf(account, host), sessionNumber)
  return {
    type: 'table',
    title: TITLE,
    columns: COLUMNS,
    rows: [rowOf({ sessionNumber, subject: target.subject }, took)],
  }
}

interface Reporting {
  readonly account: Account
  /** Milliseconds since 1970; what began at `to` or later is not in it. */
  readonly input: { readonly from: number; readonly to: number }
  readonly host: CallHost & Pick<SaveHost, 'targets'> & Pick<TaskHost, 'progress'>
}

/** Gives what every stored session took that began within a period, and what could not be learned of which. */
export async function usageReport({ account, input, host }: Reporting): Promise<Outcome> {
  const { from, to } = input
  expectDates({ from, to })
  if (from >= to) {
    const text = { en: 'The report must end after it begins.', de: 'Der Bericht muss nach seinem Beginn enden.' }
    throw new PluginError('invalid', text, { field: 'to' })
  }
  const gateway = gatewayOf(account, host)
  const asked = (await host.targets()).flatMap((target) => askable(target, to))
  const replies = await askAll(asked, gateway, host)
  const isMeant = (_: unknown, index: number) => !isYetToCome(asked[index], replies[index], to)
  const [sessions, answers] = [asked.filter(isMeant), replies.filter(isMeant)]
  const failures = answers.filter(isPluginError)
  const failure = failures.find(({ code }) => code === 'cancelled') ?? failures[0]
  if (failure !== undefined && (failure.code === 'cancelled' || failures.length === answers.length)) throw failure
  const rows = sessions.flatMap((session, index): readonly (readonly Cell[])[] => {
    const answer = answers[index]
    if (answer === undefined) return []
    if (isPluginError(answer)) return [[session.sessionNumber, session.subject ?? '', '', '', '', '', answer.text]]
    // One moment each: what reaches over the end of a period must not be billed in two.
    const moment = answer.startedAt ?? answer.endedAt
    const isWithin = moment !== undefined && moment >= from && moment < to
    return isWithin ? [[...rowOf(session, answer), '']] : []
  })
  return { type: 'table', title: TITLE, columns: [...COLUMNS, PROBLEM], rows }
}

interface Billed {
  readonly sessionNumber: string
  readonly subject: string | undefined
}

interface Asked extends Billed {
  readonly start: number | undefined
}

/** What was not booked before the end of the period took nothing in it; a planned start says nothing, for people come early. */
function askable(target: { readonly [field: string]: unknown }, to: number): readonly Asked[] {
  const { sessionNumber, subject, start, bookedAt } = target
  if (typeof sessionNumber !== 'string' || (typeof bookedAt === 'number' && bookedAt >= to)) return []
  return [
    {
      sessionNumber,
      subject: typeof subject === 'string' ? subject : undefined,
      start: typeof start === 'number' ? start : undefined,
    },
  ]
}

/** That a session planned for later has no usage yet is no problem. */
function isYetToCome(session: Asked | undefined, answer: Usage | PluginError | undefined, to: number): boolean {
  return isPluginError(answer) && answer.code === 'conflict' && session?.start !== undefined && session.start >= to
}

/** Asks for a few at once; a failure that would meet all the others is theirs too. */
async function askAll(
  sessions: readonly Billed[],
  gateway: Gateway,
  host: Pick<TaskHost, 'progress'>,
): Promise<readonly (Usage | PluginError)[]> {
  const answers: (Usage | PluginError)[] = []
  let stopped: PluginError | undefined
  let next = 0
  let done = 0
  const work = async () => {
    for (let index = next++; index < sessions.length; index = next++) {
      const answer = stopped ?? (await ask(gateway, sessions[index]?.sessionNumber ?? '').catch(asFailure))
      if (isPluginError(answer) && STOPS.has(answer.code)) stopped ??= answer
      answers[index] = answer
      done += 1
      host.progress(done / sessions.length)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return answers
}

function asFailure(error: unknown): PluginError {
  if (isPluginError(error)) return error
  throw error
}

async function ask({ profile, call }: Gateway, sessionNumber: string): Promise<Usage> {
  const answer = answerIn((await call({ path: 'usage', sessionNumber })).json(), profile)
  if (answer.text('sessionNumber') !== sessionNumber) throw badAnswer()
  return {
    startedAt: answer.moment('startedAt'),
    endedAt: answer.moment('endedAt'),
    minutes: answer.count('minutes'),
    participants: answer.count('participants'),
  }
}

function rowOf({ sessionNumber, subject }: Billed, took: Usage): readonly Cell[] {
  return [sessionNumber, subject ?? '', shown(took.startedAt), shown(took.endedAt), took.minutes, took.participants]
}

/** As it is billed: in UTC, whatever clock it took place by. */
function shown(moment: number | undefined): string {
  return moment === undefined ? '' : new Date(moment).toISOString().replace(/\.\d{3}Z$/, 'Z')
}
