/** One call of a server, and what became of it. @module */
import { type FetchHost, isPluginError, type Parameters, PluginError, type Reply, type Text } from '@joinery/sdk'
import { failedReply } from '@joinery/sdk/failed-reply'
import { type Answer, readAnswer } from './answer.ts'
import { refusal } from './failures.ts'
import type { Account } from './fields.ts'
import { type Call, signedUrl } from './signed-url.ts'
import type { XmlElement } from './xml.ts'

/** How a call is made. */
export interface CallOptions {
  /** The refusal, by its key, that is as good as success. */
  readonly allowed?: string
  /** What may have happened where no clear answer came; for what must not be done twice unseen. */
  readonly mayHave?: Text
}

/** Failures that leave open whether the call was processed. */
const OPEN_ENDED: ReadonlySet<string> = new Set(['timeout', 'unreachable', 'bad-answer', 'server-failed'])

/**
 * Makes a call, once: nothing here is ever repeated.
 *
 * @throws PluginError for anything but success; `ambiguous` where it may have happened all the same.
 */
export async function call(
  account: Account,
  host: FetchHost,
  name: Call,
  parameters: Parameters,
  { allowed, mayHave }: CallOptions = {},
): Promise<XmlElement> {
  const address = signedUrl(account, name, parameters)
  // Called off in between, it would leave open whether it has happened.
  const waiting = mayHave === undefined ? {} : ({ keepWaiting: true } as const)
  try {
    const reply = await host.fetch(address, { headers: { accept: 'application/xml, text/xml' }, ...waiting })
    const { response, failure } = answerOf(reply)
    if (failure !== undefined && failure.key !== allowed) throw refusal(failure)
    return response
  } catch (error) {
    if (mayHave === undefined || !isPluginError(error) || !OPEN_ENDED.has(error.code)) throw error
    throw new PluginError('ambiguous', mayHave, { cause: error })
  }
}

/** Servers answer refusals with status 200, too. */
function answerOf(reply: Reply): Answer {
  if (reply.status !== 200) throw failedReply(reply)
  return readAnswer(reply.text)
}
