/** A guest's link as a code, for the camera of a phone. @module */

import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { i18n } from '#i18n'
import type { LinkReply } from '../../desk/popup-views.ts'
import { userLanguage } from '../../desk/problem.ts'
import type { Payload } from '../../messages.ts'
import { ask, problemIn } from '../../ui/ask.ts'
import { Message } from '../../ui/message.tsx'
import { QrCode } from '../../ui/qr.tsx'

interface CodeDialogProps {
  readonly name: string
  readonly way: Payload<'popup.guestLink'>
  onClose(): void
}

/** A modal dialog that is open as long as it is rendered; the link goes with it. */
export function CodeDialog({ name, way, onClose }: CodeDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const reply = useSignal<LinkReply | undefined>(undefined)
  const problem = useSignal<string | undefined>(undefined)
  useEffect(() => {
    dialog.current?.showModal()
    void ask('popup.guestLink', way).then((answer) => {
      reply.value = answer
      problem.value = problemIn(answer)?.text
    })
  }, [])
  const made = reply.value?.ok ? reply.value : undefined
  return (
    <dialog ref={dialog} class="dialog code" aria-labelledby="code-title" onClose={onClose}>
      <h2 id="code-title">
        <bdi>{name}</bdi>
      </h2>
      {made !== undefined && <QrCode text={made.link} label={i18n.t('quickLinks.code')} />}
      {made?.expiresAt !== undefined && (
        <p class="quiet small">{i18n.t('quickLinks.validUntil', [timeOfDay(made.expiresAt)])}</p>
      )}
      <Message notice={problem.value === undefined ? undefined : { tone: 'problem', text: problem.value }} />
      <div class="dialog-buttons">
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          {i18n.t('ui.close')}
        </button>
      </div>
    </dialog>
  )
}

function timeOfDay(milliseconds: number): string {
  return new Intl.DateTimeFormat(userLanguage(), { timeStyle: 'short' }).format(milliseconds)
}
