/** Tries the gateway without changing anything there: it is asked for a session that there is not. @module */
import type { Outcome, Reply } from '@joinery/sdk'
import { type CallHost, gatewayOf } from './call.ts'
import type { Account } from './fields.ts'
import { isProblem } from './problem.ts'

/** No gateway counts from zero. */
const NO_SESSION = '0'

/** Says that the gateway was reached and took the certificate. */
export async function testConnection(account: Account, host: CallHost): Promise<Outcome> {
  const { call } = gatewayOf(account, host)
  await call({ path: 'status', sessionNumber: NO_SESSION, success: isAboutNumber })
  return {
    type: 'done',
    message: {
      en: 'The gateway answers, and accepts this browser’s certificate. (It was asked for a session that does not exist; nothing was booked.)',
      de: 'Das Gateway antwortet und nimmt das Zertifikat dieses Browsers an. (Es wurde nach einer Sitzung gefragt, die es nicht gibt; gebucht wurde nichts.)',
    },
  }
}

/** A problem with this number comes from a gateway that has let us in; any other page may be anybody's. */
function isAboutNumber(reply: Reply): boolean {
  return [400, 404, 410, 422].includes(reply.status) && isProblem(reply)
}
