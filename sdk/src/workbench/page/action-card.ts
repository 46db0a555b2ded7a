/** One action: whom it is for, what it asks, and what it gives. @module */
import type { ActionState, AlternativeDescription, Description, TaskState } from '../messages.ts'
import { button, fill, make } from './dom.ts'
import { exchangesOf } from './exchanges.ts'
import { formTitle } from './fields-by-name.ts'
import { formOf } from './form.ts'
import { errorView, outcomeView } from './outcome-view.ts'
import { fillFrom, formValues } from './store.ts'
import { say } from './text.ts'

/** One action on the page. */
export interface ActionCard {
  readonly element: HTMLElement
  /** Shows what it gives with the values as they are, which may be those of before. */
  show(state: ActionState, isChanged: boolean): void
}

/** How a card reaches the rest of the page. */
export interface CardWays {
  run(action: string, isLive: boolean, stop: AbortSignal): Promise<TaskState | string>
  /** Forms were filled anew. */
  filled(): void
}

type Described = Description['actions'][number]

/** The card of an action. */
export function actionCard({ name, alternatives }: Described, description: Description, ways: CardWays): ActionCard {
  const [first] = alternatives
  const head = make('div', { class: 'card-head' })
  const inputs = make('div')
  const result = make('div', { class: 'result' })
  const task = alternatives.some(({ kind }) => kind === 'task') ? taskPart(name, description, ways) : undefined
  const element = make(
    'article',
    { class: 'card', 'aria-labelledby': `action.${name}` },
    head,
    inputs,
    task?.element,
    result,
  )
  let shown: AlternativeDescription | undefined
  const choose = (alternative: AlternativeDescription | undefined) => {
    if (alternative === undefined || alternative === shown) return
    shown = alternative
    head.replaceChildren(...headOf(name, alternative))
    const { input } = alternative
    inputs.replaceChildren(
      Object.keys(input).length === 0 ? '' : formOf(`input.${name}`, input, formValues('input', name)),
    )
  }
  choose(first)
  return {
    element,
    show(state, isChanged) {
      const isTask = (alternatives[state.alternative ?? 0] ?? first)?.kind === 'task'
      choose(state.alternative === undefined ? shown : alternatives[state.alternative])
      if (task !== undefined) task.element.hidden = !isTask
      if (isTask) task?.stands(state.error !== undefined, isChanged)
      fill(result, ...partsOf(state))
    },
  }
}

function headOf(name: string, { kind, label, for: whom, on, needs }: AlternativeDescription): readonly Node[] {
  const facts = needs.length === 0 ? '' : `, needs ${needs.join(', ')}`
  return [
    make('h2', { id: `action.${name}`, dir: 'auto' }, say(label)),
    make('code', {}, name),
    make(
      'p',
      { class: 'help' },
      `${kind} for ${whom === 'me' ? 'me' : 'the contact'}, on: ${formTitle(on === 'account' ? 'account' : 'target')}${facts}`,
    ),
  ]
}

function partsOf({ name, outcome, error, lines }: ActionState): readonly (Node | undefined)[] {
  return [
    outcome === undefined ? undefined : outcomeView(outcome, name),
    error === undefined ? undefined : errorView(error, name),
    lines.length === 0
      ? undefined
      : make('pre', { class: 'printed', tabindex: 0, 'aria-label': 'Printed lines' }, lines.join('\n')),
  ]
}

/** What only a task has: its replies, its button, and what came of it. */
function taskPart(name: string, description: Description, ways: CardWays) {
  const exchanges = exchangesOf(name)
  const result = make('div', { class: 'result' })
  const live = make('input', { type: 'checkbox', id: `live.${name}` })
  live.checked = description.live
  let isRefused = false
  let running: AbortController | undefined
  const start = button('Run', () => void run(), { class: 'primary' })
  const stop = button('Stop', () => running?.abort(), { class: 'stop' })
  stop.hidden = true
  function follow(controller: AbortController | undefined): void {
    running = controller
    const [shown, other] = controller === undefined ? [start, stop] : [stop, start]
    const hadFocus = document.activeElement === other
    shown.hidden = false
    other.hidden = true
    if (hadFocus) shown.focus()
    if (controller === undefined) result.removeAttribute('aria-busy')
    else result.setAttribute('aria-busy', 'true')
  }
  async function run(): Promise<void> {
    const controller = new AbortController()
    follow(controller)
    const state = await ways.run(name, live.checked, controller.signal)
    follow(undefined)
    result.classList.remove('outdated')
    if (typeof state === 'string') return result.replaceChildren(make('p', { class: 'refusal' }, state))
    exchanges.show(state.exchanges, live.checked)
    // What stands against it is said already.
    if (isRefused && state.exchanges.length === 0 && state.error !== undefined) return result.replaceChildren()
    result.replaceChildren(...partsOf(state).flatMap((part) => part ?? []), ...savesView(state.saves))
  }
  const element = make(
    'div',
    { class: 'task' },
    exampleChoice(name, description, ways),
    exchanges.element,
    make(
      'div',
      { class: 'run' },
      start,
      stop,
      description.live
        ? make('span', { class: 'inline' }, live, make('label', { for: live.id }, 'Ask the real server'))
        : undefined,
    ),
    result,
  )
  return {
    element,
    /** Whether it would be refused as things are, and whether its result is of other values. */
    stands(refused: boolean, isChanged: boolean) {
      isRefused = refused
      if (isChanged) result.classList.toggle('outdated', result.childElementCount > 0)
    },
  }
}

function savesView(saves: readonly unknown[]): readonly Node[] {
  return saves.map((target) =>
    make(
      'details',
      {},
      make('summary', {}, 'Stored on the way'),
      make('pre', { tabindex: 0 }, JSON.stringify(target, null, 2)),
    ),
  )
}

function exampleChoice(name: string, { examples }: Description, ways: CardWays): HTMLElement | undefined {
  const own = examples.filter(({ action, replies }) => action === name && replies.length > 0)
  if (own.length === 0) return undefined
  const id = `replies.${name}`
  const select = make(
    'select',
    { id },
    make('option', { value: '' }, 'choose…'),
    ...own.map((example, index) => make('option', { value: index }, example.name)),
  )
  select.addEventListener('change', () => {
    const example = own[Number(select.value)]
    if (select.value === '' || example === undefined) return
    fillFrom(example)
    ways.filled()
  })
  return make('div', { class: 'field' }, make('label', { for: id }, 'Values and replies of an example'), select)
}
