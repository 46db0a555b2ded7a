/** What follows once a link was opened: again while it is fresh, and what to do where nothing opened. @module */

import { useSignal } from '@preact/signals'
import { useLayoutEffect } from 'preact/hooks'
import { i18n } from '#i18n'
import type { ControlReply } from '../../desk/views.ts'
import { Message } from '../../ui/message.tsx'
import { openAppLink } from '../../ui/open-app-link.ts'
import { WindowHead } from '../../ui/window-head.tsx'

interface LaunchedProps {
  readonly title: string
  readonly done: Extract<ControlReply, { readonly ok: true }>
  onAnew(): void
}

/** Opens the link at once, and again when the user says so. It stands in this page's memory alone: in no attribute, no address. */
export function Launched({ title, done: { link, text, opened }, onAnew }: LaunchedProps) {
  const isFresh = useSignal(link !== undefined)
  // Before this is painted: the program is what is waited for.
  useLayoutEffect(() => {
    if (opened) window.close()
    if (link === undefined) return
    openAppLink(link.url)
    const closing = setTimeout(() => {
      isFresh.value = false
      window.close()
    }, link.freshUntil - Date.now())
    return () => clearTimeout(closing)
  }, [link])
  return (
    <>
      <WindowHead>{title}</WindowHead>
      <Message notice={{ tone: 'done', text }} />
      {link !== undefined && (
        <>
          <p>{i18n.t('control.noClient')}</p>
          <p class="quiet small">{i18n.t(isFresh.value ? 'control.fresh' : 'control.stale')}</p>
        </>
      )}
      <div class="buttons">
        {link !== undefined && isFresh.value && (
          <button type="button" class="button again" onClick={() => openAppLink(link.url)}>
            {i18n.t('control.again')}
          </button>
        )}
        {link !== undefined && (
          <button type="button" class="button anew" onClick={onAnew}>
            {i18n.t('control.anew')}
          </button>
        )}
        <button type="button" class="button button-primary close" onClick={() => window.close()}>
          {i18n.t('ui.close')}
        </button>
      </div>
    </>
  )
}
