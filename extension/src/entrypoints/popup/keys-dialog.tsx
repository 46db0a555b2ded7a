/** Which keys do what. @module */

import { useEffect, useRef } from 'preact/hooks'
import { i18n } from '#i18n'
import { Icon } from '../../ui/icons.tsx'

const isMac = /mac/i.test(navigator.platform)
const CONTROL = isMac ? '⌘' : 'Ctrl'
const ALT = isMac ? '⌥' : 'Alt'

const keys: readonly (readonly [keys: readonly string[], what: () => string])[] = [
  [['↑', '↓'], () => i18n.t('keys.choose')],
  [['Enter'], () => i18n.t('keys.open')],
  [[CONTROL, 'Enter'], () => i18n.t('keys.copy')],
  [[ALT, 'Q'], () => i18n.t('keys.code')],
  [[ALT, 'P'], () => i18n.t('keys.pin')],
  [[ALT, '↑'], () => i18n.t('keys.up')],
  [[ALT, '↓'], () => i18n.t('keys.down')],
  [['Esc'], () => i18n.t('keys.close')],
  [['?'], () => i18n.t('keys.help')],
]

/** A modal dialog that is open as long as it is rendered. */
export function KeysDialog({ onClose }: { onClose(): void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} class="dialog keys" aria-labelledby="keys-title" onClose={onClose}>
      <div class="dialog-head">
        <h2 id="keys-title">{i18n.t('keys.title')}</h2>
        <button
          type="button"
          class="button button-plain button-icon"
          aria-label={i18n.t('ui.close')}
          title={i18n.t('ui.close')}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </div>
      <dl class="keys-list">
        {keys.map(([pressed, what]) => (
          <div key={pressed.join()}>
            <dt>
              {pressed.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what()}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  )
}
