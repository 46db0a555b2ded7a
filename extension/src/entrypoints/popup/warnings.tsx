/** The lines that tell what waits in the settings, also while the vault is locked. @module */
import { i18n } from '#i18n'
import { warningOf } from '../../desk/certificate-words.ts'
import type { VaultView } from '../../desk/views.ts'
import { Icon, type IconName } from '../../ui/icons.tsx'
import { openSettings } from './open-settings.ts'

/** What waits, and the way to each. */
export function Warnings({ vault }: { readonly vault: VaultView }) {
  const { endingCertificates, waitingCompanions } = vault
  return (
    <>
      <Warning
        icon="certificate"
        words={warningOf(endingCertificates, Date.now())}
        open={i18n.t('certificates.warnOpen')}
        place="#certificates"
      />
      <Warning
        icon="plugin"
        words={waitingCompanions === 0 ? undefined : i18n.t('companions.waiting', waitingCompanions)}
        open={i18n.t('companions.waitingOpen')}
        place="#plugins"
      />
    </>
  )
}

interface WarningProps {
  readonly icon: IconName
  /** Where there are none, nothing is shown. */
  readonly words: string | undefined
  readonly open: string
  readonly place: string
}

function Warning({ icon, words, open, place }: WarningProps) {
  if (words === undefined) return null
  return (
    <p class="message message-notice small warning">
      <Icon name={icon} />
      <span>
        {words}{' '}
        <button type="button" class="link" onClick={() => void openSettings(place)}>
          {open}
        </button>
      </span>
    </p>
  )
}
