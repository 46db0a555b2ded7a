/** The workbench's page: forms on one side, what the actions give on the other, and the checks. @module */
import type { ActionState, BenchState, Description, TaskState } from '../messages.ts'
import { type ActionCard, actionCard } from './action-card.ts'
import { checksView, summary } from './checks-view.ts'
import { say as announce, byId, make } from './dom.ts'
import { fieldId, formTitle, know } from './fields-by-name.ts'
import { formOf, showErrors } from './form.ts'
import { legend } from './link-view.ts'
import { allValues, beginWith, formValues, onTyped, writtenReplies } from './store.ts'
import { ask, askState, onChange } from './talk.ts'
import { say, spoken } from './text.ts'
import { drawTools, setting } from './tools.ts'

/** Typing goes on; a link is made when it pauses. */
const PAUSE_MILLISECONDS = 120

let state: BenchState = { generation: 0 }
let cards: ReadonlyMap<string, ActionCard> = new Map()
let drawn = ''
let asked = 0
/** Something was typed or loaded since the last answer. */
let isChanged = true
let timer: ReturnType<typeof setTimeout> | undefined

async function refresh(): Promise<void> {
  const before = state
  state = await askState()
  if (state.generation !== before.generation) isChanged = true
  const { description, problem, checks } = state
  const alert = byId('problem')
  alert.hidden = problem === undefined
  alert.textContent = problem ?? description?.exampleProblem ?? ''
  if (problem === undefined && description?.exampleProblem !== undefined) alert.hidden = false
  byId('checks').replaceChildren(...checksView(checks))
  if (description !== undefined) draw(description, before.description === undefined)
  if (checks !== undefined && before.checks === undefined) announce(summary(checks))
  else if (before.generation !== 0 && before.generation !== state.generation) {
    announce(problem === undefined ? 'The plugin was loaded anew.' : 'The plugin cannot be loaded.')
  }
}

/** Draws the plugin, unless it is drawn so already; what was typed stays, and so does the focus. */
function draw(description: Description, isFirst: boolean): void {
  const next = JSON.stringify([description, spoken()])
  evaluateSoon()
  if (next === drawn) return
  drawn = next
  know(description)
  if (isFirst) beginWith(description)
  const focused = document.activeElement?.id
  const name = say(description.name)
  document.title = `${name}: workbench`
  byId('name').textContent = name
  byId('about').textContent = `${description.id} ${description.version}`
  drawTools(byId('tools'), description, redraw)
  drawForms(description)
  drawCards(description)
  if (focused) document.getElementById(focused)?.focus()
}

function redraw(): void {
  drawn = ''
  if (state.description !== undefined) draw(state.description, false)
}

function drawForms(description: Description): void {
  const { account, target, facts } = description
  const factFields = Object.fromEntries(facts.map(({ name, label }) => [name, { type: 'text', label } as const]))
  const group = (form: 'account' | 'target' | 'me' | 'contact', fields: Parameters<typeof formOf>[1], about: string) =>
    Object.keys(fields).length === 0
      ? make(
          'fieldset',
          { class: `form of-${form}` },
          make('legend', {}, formTitle(form)),
          make('p', { class: 'help' }, 'It has no settings.'),
        )
      : make(
          'fieldset',
          { class: `form of-${form}` },
          make('legend', {}, formTitle(form)),
          make('p', { class: 'help' }, about),
          formOf(form, fields, formValues(form)),
        )
  byId('forms').replaceChildren(
    group('account', account, 'The settings of one organisation.'),
    ...(target === undefined ? [] : [group('target', target.fields, 'What its links lead to.')]),
    group('contact', factFields, 'The person in the record.'),
    group('me', factFields, 'The user.'),
    setting(),
  )
}

function drawCards(description: Description): void {
  const made = description.actions.map(
    (action) => [action.name, actionCard(action, description, { run, filled: redraw })] as const,
  )
  cards = new Map(made)
  byId('actions').replaceChildren(legend(description.target !== undefined), ...made.map(([, { element }]) => element))
}

function evaluateSoon(): void {
  clearTimeout(timer)
  timer = setTimeout(() => void evaluate(), PAUSE_MILLISECONDS)
}

async function evaluate(): Promise<void> {
  asked += 1
  const own = asked
  const answer = await ask({ kind: 'evaluate', values: allValues() })
  // A later question is on its way.
  if (own !== asked) return
  if (answer.kind === 'stuck') {
    byId('problem').hidden = false
    byId('problem').textContent = answer.message
    return
  }
  if (answer.kind === 'evaluate') show(answer.actions)
}

function show(actions: readonly ActionState[]): void {
  if (state.problem === undefined && state.description?.exampleProblem === undefined) byId('problem').hidden = true
  for (const action of actions) cards.get(action.name)?.show(action, isChanged)
  isChanged = false
  showErrors(new Map(actions.flatMap(errorAt)))
}

/** An error's sentence by the control that it belongs to. */
function errorAt({ name, error }: ActionState): readonly (readonly [id: string, text: string])[] {
  if (error?.form === undefined || error.field === undefined) return []
  return [[fieldId(error.form, error.field, name), say(error.text)]]
}

async function run(action: string, live: boolean, stop: AbortSignal): Promise<TaskState | string> {
  const question = { kind: 'run', values: allValues(), action, replies: writtenReplies(action), live } as const
  const answer = await ask(question, stop)
  if (answer.kind !== 'run') return answer.kind === 'stuck' ? answer.message : 'The workbench answered something else.'
  const { outcome, error } = answer.state
  announce(
    outcome === undefined ? `${action}: ${error === undefined ? '' : say(error.text)}` : `${action}: ${outcome.type}`,
  )
  return answer.state
}

onTyped(() => {
  isChanged = true
  evaluateSoon()
})
onChange(
  () => void refresh(),
  (isConnected) => {
    document.body.classList.toggle('gone', !isConnected)
    if (!isConnected) announce('The workbench has ended, or is away.')
  },
)
