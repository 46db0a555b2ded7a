/** How far a list is, the buttons that steer it, and its table. @module */

import { useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { i18n } from '#i18n'
import type { BulkView, TableView } from '../../../desk/views.ts'
import type { Payload } from '../../../messages.ts'
import { ask, problemIn } from '../../../ui/ask.ts'
import { useCountdown } from '../../../ui/countdown.ts'
import { Message, type Notice } from '../../../ui/message.tsx'
import { refreshDesk } from '../desk.ts'
import { TableResult } from '../table-result.tsx'

interface BulkProgressProps {
  readonly view: BulkView
  onChanged(): void
}

const stateTexts: { readonly [S in BulkView['state']]: () => string } = {
  running: () => i18n.t('bulk.running'),
  paused: () => i18n.t('bulk.paused'),
  cancelled: () => i18n.t('bulk.wasCancelled'),
  finished: () => i18n.t('bulk.finished'),
}

/** The bar counts what has an end, good or bad; the table is read whenever the list stands still. */
export function BulkProgress({ view, onChanged }: BulkProgressProps) {
  const { count, counts, reason, state, wait } = view
  const notice = useSignal<Notice | undefined>(undefined)
  const table = useSignal<TableView | null | undefined>(undefined)
  const waiting = useMemo(() => (wait === undefined ? undefined : { retryAfter: wait }), [wait])
  const seconds = useCountdown(waiting)
  const ended = count - (counts.waiting ?? 0) - (counts.asked ?? 0)
  useEffect(() => {
    if (state === 'running') return
    void ask('bulk.table', {}).then((read) => {
      table.value = read
    })
    void refreshDesk()
  }, [state, ended])

  async function steer(to: Payload<'bulk.steer'>['to']) {
    const problem = problemIn(await ask('bulk.steer', { to }))
    notice.value = problem === undefined ? undefined : { tone: 'problem', text: problem.text }
    onChanged()
  }

  return (
    <div class="form">
      <progress class="progress" max={count} value={ended} aria-labelledby="bulk-title" />
      <p class="bulk-state" data-state={state} role="status">
        {stateTexts[state]()} {i18n.t('bulk.ofCount', [ended, count])}
      </p>
      <ul class="counts">
        {(['done', 'partly', 'refused', 'unclear', 'cancelled'] as const).map((name) =>
          counts[name] === undefined ? null : (
            <li key={name} data-count={name}>
              {i18n.t(`bulk.${name}`)}: {counts[name]}
            </li>
          ),
        )}
      </ul>
      {seconds > 0 && <p role="status">{i18n.t('bulk.waitSeconds', seconds)}</p>}
      {reason !== undefined && <Message notice={{ tone: 'problem', text: reason }} />}
      {counts.unclear !== undefined && <p class="quiet small">{i18n.t('bulk.unclearHelp')}</p>}
      <Message notice={notice.value} />
      <div class="form-buttons">
        {state === 'running' && <Steering label={i18n.t('bulk.pause')} onClick={() => void steer('paused')} />}
        {state === 'paused' && <Steering label={i18n.t('bulk.goOn')} onClick={() => void steer('running')} />}
        {(state === 'running' || state === 'paused') && (
          <Steering label={i18n.t('bulk.callOff')} onClick={() => void steer('cancelled')} />
        )}
        {(state === 'cancelled' || state === 'finished') && (
          <Steering label={i18n.t('bulk.forget')} onClick={() => void steer('forgotten')} />
        )}
      </div>
      {state !== 'running' && table.value && <TableResult table={table.value} />}
    </div>
  )
}

function Steering({ label, onClick }: { readonly label: string; onClick(): void }) {
  return (
    <button type="button" class="button" onClick={onClick}>
      {label}
    </button>
  )
}
