/** Asks before something is done that cannot be undone. @module */

import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { i18n } from '#i18n'

interface ConfirmProps {
  readonly title: string
  readonly children: ComponentChildren
  /** The button's words, where they are not Remove. */
  readonly confirm?: string
  /** Whether the button works already. */
  readonly isReady?: boolean
  onConfirm(): void
  onClose(): void
}

/** A modal dialog that is open as long as it is rendered; Escape and Cancel close it. */
export function Confirm({ title, children, confirm, isReady = true, onConfirm, onClose }: ConfirmProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby={titleId} onClose={onClose}>
      <h2 id={titleId}>{title}</h2>
      <div class="dialog-text">{children}</div>
      <div class="dialog-buttons">
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          {i18n.t('ui.cancel')}
        </button>
        <button type="button" class="button button-danger" disabled={!isReady} onClick={onConfirm}>
          {confirm ?? i18n.t('ui.remove')}
        </button>
      </div>
    </dialog>
  )
}
