/** What the gateway's refusals mean, in words of ours; it answers with problem+json (RFC 9457). @module */
import { type ErrorCode, PluginError, type Reply, type Text, textIn } from '@joinery/sdk'
import { retryAfterOf } from '@joinery/sdk/failed-reply'
import { type Problem, readProblem } from './problem.ts'
import type { Profile } from './profile.ts'

/** Which field of ours a place in the request came from: names of the profile and indexes, outermost first. */
export type FieldAt = (place: readonly string[]) => string | undefined

/** What helps where a connection does not come about. */
export const CERTIFICATE_HINT: Text = {
  en: 'If the address and the network are right, it is most likely the client certificate: none is installed in this browser or none was chosen, it has expired or was revoked, or another authority issued it than the gateway trusts; or this computer does not trust the gateway’s own certificate. The certificate assistant in Joinery’s settings reads a certificate, and makes a new one.',
  de: 'Wenn Adresse und Netz stimmen, liegt es höchstwahrscheinlich am Client-Zertifikat: In diesem Browser ist keines installiert oder keines wurde gewählt, es ist abgelaufen oder gesperrt, oder eine andere Stelle hat es ausgestellt, als das Gateway anerkennt; oder dieser Computer traut dem Zertifikat des Gateways nicht. Der Zertifikatsassistent in Joinerys Einstellungen liest ein Zertifikat und erstellt ein neues.',
}

const REFUSED: readonly [ErrorCode, Text] = [
  'refused',
  { en: 'The gateway refused the request.', de: 'Das Gateway hat die Anfrage abgelehnt.' },
]
const NOT_THERE: readonly [ErrorCode, Text] = [
  'not-found',
  {
    en: 'The gateway does not know this session, or has no such path.',
    de: 'Das Gateway kennt diese Sitzung nicht oder hat diesen Pfad nicht.',
  },
]
const BY_STATUS: Readonly<Record<number, readonly [ErrorCode, Text]>> = {
  401: [
    'certificate',
    {
      en: 'The gateway asks for a client certificate that it accepts: none came, or it has expired, was revoked or is of another authority. The certificate assistant in Joinery’s settings reads a certificate, and makes a new one.',
      de: 'Das Gateway verlangt ein Client-Zertifikat, das es anerkennt: Es kam keines, oder es ist abgelaufen, gesperrt oder von einer anderen Stelle. Der Zertifikatsassistent in Joinerys Einstellungen liest ein Zertifikat und erstellt ein neues.',
    },
  ],
  403: [
    'certificate',
    {
      en: 'The gateway does not let this client certificate do that: it was revoked, is of another authority, or has no right to it. Ask the gateway’s administrator; the certificate assistant in Joinery’s settings reads a certificate, and makes a new one.',
      de: 'Das Gateway erlaubt das mit diesem Client-Zertifikat nicht: Es ist gesperrt, von einer anderen Stelle oder nicht berechtigt. Bitte die Verwaltung des Gateways fragen; der Zertifikatsassistent in Joinerys Einstellungen liest ein Zertifikat und erstellt ein neues.',
    },
  ],
  404: NOT_THERE,
  409: [
    'conflict',
    {
      en: 'The session’s state does not allow this now: it may be running, ended or expired.',
      de: 'Der Zustand der Sitzung erlaubt das jetzt nicht: Sie läuft womöglich, ist beendet oder abgelaufen.',
    },
  ],
  410: NOT_THERE,
  429: [
    'rate-limited',
    {
      en: 'The gateway’s limit of requests is reached; try again later.',
      de: 'Die Grenze des Gateways für Anfragen ist erreicht; bitte später noch einmal versuchen.',
    },
  ],
}
const FAILED: readonly [ErrorCode, Text] = [
  'server-failed',
  { en: 'The gateway failed; try again later.', de: 'Das Gateway ist gestört; bitte später noch einmal versuchen.' },
]
const AT_FAULT: ReadonlySet<number> = new Set([400, 422])

interface Circumstances {
  readonly profile: Profile
  /** Milliseconds since 1970. */
  readonly now: number
  readonly fieldAt?: FieldAt
}

/** The error for a reply that is no success; it names the field at fault where the reply does. */
export function gatewayError(reply: Reply, { profile, now, fieldAt }: Circumstances): PluginError {
  const problem = readProblem(reply)
  const [code, text] = BY_STATUS[reply.status] ?? (reply.status >= 500 ? FAILED : REFUSED)
  const field = AT_FAULT.has(reply.status) ? fieldOf(problem, profile, fieldAt) : undefined
  const retryAfter = code === 'rate-limited' ? retryAfterOf(reply, now) : undefined
  return new PluginError(field === undefined ? code : 'invalid', withDetail(text, problem.detail), {
    field,
    retryAfter,
  })
}

/** Whether an answer leaves open what was done. */
export function isAmbiguous({ status }: Reply): boolean {
  return status >= 500 || status === 408
}

function fieldOf({ places }: Problem, profile: Profile, fieldAt: FieldAt | undefined): string | undefined {
  for (const place of places) {
    const field = fieldAt?.(place.map((part) => profile.field(part) ?? part))
    if (field !== undefined) return field
  }
  return undefined
}

function withDetail(text: Text, detail: string): Text {
  if (detail === '') return text
  return {
    en: `${textIn(text, 'en')} It says: “${detail}”`,
    de: `${textIn(text, 'de')} Es meldet: „${detail}“`,
  }
}
