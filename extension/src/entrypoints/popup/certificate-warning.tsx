/** The line that warns of certificates which end soon, also while the vault is locked. @module */
import { i18n } from '#i18n'
import { warningOf } from '../../desk/certificate-words.ts'
import { Icon } from '../../ui/icons.tsx'
import { openSettings } from './open-settings.ts'

/** What ends when, and the way there; nothing where nothing ends soon. */
export function CertificateWarning({ ends }: { readonly ends: readonly number[] }) {
  const warning = warningOf(ends, Date.now())
  if (warning === undefined) return null
  return (
    <p class="message message-notice small warning">
      <Icon name="certificate" />
      <span>
        {warning}{' '}
        <button type="button" class="link" onClick={() => void openSettings('#certificates')}>
          {i18n.t('certificates.warnOpen')}
        </button>
      </span>
    </p>
  )
}
