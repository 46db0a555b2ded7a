/** Until when a link works, and whether that is long enough. @module */
import { i18n } from '#i18n'
import { userLanguage } from '../../desk/problem.ts'
import { Icon } from '../../ui/icons.tsx'

interface ExpiryProps {
  /** Milliseconds since 1970, as is `start`. */
  readonly expiresAt: number | undefined
  readonly start: number | undefined
}

/** A sentence, or a warning where the meeting is later; nothing where the link works on. */
export function Expiry({ expiresAt, start }: ExpiryProps) {
  if (expiresAt === undefined) return null
  const end = new Intl.DateTimeFormat(userLanguage(), { dateStyle: 'medium', timeStyle: 'short' }).format(expiresAt)
  if (start === undefined || start < expiresAt) return <p class="quiet small">{i18n.t('invitation.expires', [end])}</p>
  return (
    <p class="message message-problem" role="alert">
      <Icon name="problem" />
      <span>{i18n.t('invitation.expiresBefore', [end])}</span>
    </p>
  )
}
