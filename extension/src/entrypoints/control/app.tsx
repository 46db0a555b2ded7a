/** The control window's page: pick a target, agree, see that its link was opened. @module */

import { useSignal } from '@preact/signals'
import { useLayoutEffect } from 'preact/hooks'
import { i18n } from '#i18n'
import type { ControlReply, ControlTarget, ControlView, Problem } from '../../desk/views.ts'
import { ask, problemIn } from '../../ui/ask.ts'
import { Message } from '../../ui/message.tsx'
import { WindowHead } from '../../ui/window-head.tsx'
import { Launched } from './launched.tsx'
import { PickTarget } from './pick-target.tsx'
import { Question } from './question.tsx'

type Shown = Extract<ControlView, { readonly ok: true }>
type Done = Extract<ControlReply, { readonly ok: true }>

/** One step after the other. Without the user's click nothing is asked of the vendor twice. */
export function App() {
  const view = useSignal<Shown | undefined>(undefined)
  const target = useSignal<ControlTarget | undefined>(undefined)
  const isPicking = useSignal(false)
  const isWorking = useSignal(false)
  const problem = useSignal<Problem | undefined>(undefined)
  const done = useSignal<Done | undefined>(undefined)

  // Not after the first paint: where nothing is asked, somebody waits for the program.
  useLayoutEffect(() => void begin(), [])

  async function begin() {
    const read = await ask('control.read', {})
    problem.value = problemIn(read)
    if (!read?.ok) return
    view.value = read
    target.value = read.target ?? undefined
    if (!read.asks) await goOn(read.target?.asksNoMore === true)
  }

  async function goOn(asksNoMore: boolean) {
    if (isWorking.value) return
    isWorking.value = true
    problem.value = undefined
    const chosen = target.value === undefined ? {} : { targetId: target.value.id }
    const reply = await ask('control.goOn', { ...chosen, asksNoMore })
    isWorking.value = false
    problem.value = problemIn(reply)
    done.value = reply?.ok ? reply : undefined
  }

  async function pick(targetId: string) {
    target.value = (await ask('control.readTarget', { targetId })) ?? undefined
    isPicking.value = false
  }

  return <main aria-busy={isWorking.value}>{step()}</main>

  function step() {
    if (done.value !== undefined)
      return <Launched title={view.value?.action ?? i18n.t('control.title')} done={done.value} onAnew={restart} />
    if (view.value === undefined) return problem.value === undefined ? <Loading /> : <Ending problem={problem.value} />
    if (isPicking.value || (target.value === undefined && view.value.asks)) {
      return <PickTarget view={view.value} onPick={(id) => void pick(id)} />
    }
    if (target.value === undefined)
      return problem.value === undefined ? <Loading /> : <Ending problem={problem.value} />
    return (
      <Question
        key={target.value.id}
        view={view.value}
        target={target.value}
        isWorking={isWorking.value}
        problem={problem.value}
        onAgree={(asksNoMore) => void goOn(asksNoMore)}
        onOther={() => {
          isPicking.value = true
        }}
      />
    )
  }

  function restart() {
    done.value = undefined
    if (target.value === undefined) window.close()
  }
}

function Loading() {
  return (
    <p class="quiet" role="status">
      {i18n.t('ui.loading')}
    </p>
  )
}

function Ending({ problem }: { readonly problem: Problem }) {
  return (
    <>
      <WindowHead>{i18n.t('control.title')}</WindowHead>
      <Message notice={{ tone: 'problem', text: problem.text }} />
      <div class="buttons">
        <button type="button" class="button button-primary" onClick={() => window.close()}>
          {i18n.t('ui.close')}
        </button>
      </div>
    </>
  )
}
