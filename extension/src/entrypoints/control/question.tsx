/** The question before an action reaches into somebody's computer. @module */

import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { i18n } from '#i18n'
import type { ControlTarget, ControlView, Problem } from '../../desk/views.ts'
import { useCountdown } from '../../ui/countdown.ts'
import { Message } from '../../ui/message.tsx'
import { WindowHead } from '../../ui/window-head.tsx'

interface QuestionProps {
  readonly view: Extract<ControlView, { readonly ok: true }>
  readonly target: ControlTarget
  readonly isWorking: boolean
  readonly problem: Problem | undefined
  onAgree(asksNoMore: boolean): void
  onOther(): void
}

/** The target, whose it is, and the button that starts; it stays to tell what went wrong. */
export function Question({ view, target, isWorking, problem, onAgree, onOther }: QuestionProps) {
  const asksNoMore = useSignal(target.asksNoMore)
  const start = useRef<HTMLButtonElement>(null)
  const seconds = useCountdown(problem)
  useEffect(() => start.current?.focus(), [])
  return (
    <>
      <WindowHead>{questionOf(view, target)}</WindowHead>
      <dl class="facts">
        {target.details.map(({ label, text }) => (
          <>
            <dt class="quiet">{label}</dt>
            <dd>
              <bdi>{text}</bdi>
            </dd>
          </>
        ))}
      </dl>
      {view.reachesIn && (
        <label class="check">
          <input
            type="checkbox"
            checked={asksNoMore.value}
            onChange={(event) => {
              asksNoMore.value = event.currentTarget.checked
            }}
          />
          <span>{i18n.t('control.asksNoMore')}</span>
        </label>
      )}
      <Message notice={problem === undefined ? undefined : { tone: 'problem', text: problem.text }} />
      {seconds > 0 && <p role="status">{i18n.t('actions.waitSeconds', seconds)}</p>}
      <div class="buttons">
        <button
          type="button"
          ref={start}
          class="button button-primary start"
          aria-disabled={isWorking || seconds > 0}
          onClick={() => seconds === 0 && onAgree(asksNoMore.value)}
        >
          {i18n.t(isWorking ? 'control.working' : problem === undefined ? 'control.go' : 'control.anew')}
        </button>
        {view.maySearch && !isWorking && (
          <button type="button" class="button" onClick={onOther}>
            {i18n.t(view.reachesIn ? 'control.another' : 'control.other')}
          </button>
        )}
        <button type="button" class="button button-plain" onClick={() => window.close()}>
          {i18n.t('ui.cancel')}
        </button>
      </div>
      {problem !== undefined && <p class="quiet small">{i18n.t('control.anewHelp')}</p>}
    </>
  )
}

function questionOf({ action, person, reachesIn }: QuestionProps['view'], { label, company }: ControlTarget): string {
  if (!reachesIn && person !== '') return i18n.t('control.questionOtherFor', [action, label, person])
  if (!reachesIn) return i18n.t('control.questionOther', [action, label])
  if (company !== '' && person !== '') return i18n.t('control.questionOfFor', [label, company, person])
  if (company !== '') return i18n.t('control.questionOf', [label, company])
  if (person !== '') return i18n.t('control.questionFor', [label, person])
  return i18n.t('control.question', [label])
}
