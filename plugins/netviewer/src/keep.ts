/** Stores what the gateway gave, before anything else happens. @module */
import { isPluginError, type Outcome, PluginError, type SaveHost, Secret, textIn } from '@joinery/sdk'
import type { Session } from './fields.ts'
import { present } from './present.ts'
import { dayAt } from './zone.ts'

/** A session's fields, as they are stored. */
export type Stored = { readonly [field: string]: unknown }

/** What a secret holds at most; more would make the session unreadable. */
const MAX_ANSWER = 20_000

/** Whether it is stored; a second try costs nothing and may save a token. */
export async function saved(host: Pick<SaveHost, 'save'>, session: Stored): Promise<boolean> {
  const save = () =>
    host.save(named(session)).then(
      () => true,
      () => false,
    )
  return (await save()) || (await save())
}

/**
 * Stores a session that is about to get tokens: one that cannot be stored must not cost any.
 *
 * @throws PluginError that says why, with the host's own code where it has one.
 */
export async function expectSaved(host: Pick<SaveHost, 'save'>, session: Stored): Promise<void> {
  try {
    await host.save(named(session))
  } catch (error) {
    throw notStorable(error)
  }
}

function notStorable(error: unknown): PluginError {
  const why = (language: string) => (isPluginError(error) ? ` ${textIn(error.text, language)}` : '')
  const text = {
    en: `The session cannot be stored here, so the gateway was not asked for anything.${why('en')}`,
    de: `Die Sitzung lässt sich hier nicht speichern, darum wurde das Gateway um nichts gebeten.${why('de')}`,
  }
  return new PluginError(isPluginError(error) ? error.code : 'conflict', text, { cause: error })
}

/** The session with what lists call it: its subject, or number, and its day. */
function named(session: Stored): Stored {
  const { subject, sessionNumber = '' } = session as Partial<Session>
  const parts = [subject ?? `Netviewer ${sessionNumber}`.trim(), dayOf(session)]
  return { ...session, label: parts.filter((part) => part !== undefined).join(', ') }
}

function dayOf({ start, timeZone }: Partial<Session>): string | undefined {
  if (start === undefined || timeZone === undefined) return undefined
  try {
    return dayAt(start, timeZone)
  } catch {
    // A name is no reason not to store a token.
    return undefined
  }
}

/** A session without what is empty in it. */
export function storedSession(session: Session): Stored {
  return present({ ...session, participants: session.participants?.map(present) })
}

/** An answer to be stored as it came, as far as it can be. */
export function rawAnswer(text: string): Secret {
  return new Secret(text.slice(0, MAX_ANSWER).toWellFormed())
}

/** Whether an answer is stored whole. */
export function isStoredWhole(text: string): boolean {
  return text.length <= MAX_ANSWER
}

/** The session as an outcome: the host's last chance to store it. */
export function asTarget(target: Stored): Outcome {
  return { type: 'target', target: named(target) }
}
