/** A task's requests, and the replies that it is to get: the author writes them, in their order. @module */
import type { ShownExchange, WrittenReply } from '../messages.ts'
import { button, make } from './dom.ts'
import { touched, writtenReplies } from './store.ts'

const EMPTY: WrittenReply = { status: 200, headers: {}, body: '' }

/** What is shown of a task's exchanges, and drawn anew after each run. */
export interface Exchanges {
  readonly element: HTMLElement
  /** Shows what was sent; in a live run the replies are those of the network. */
  show(exchanges: readonly ShownExchange[], isLive: boolean): void
}

/** The requests and replies of one task. */
export function exchangesOf(action: string): Exchanges {
  const element = make('div', { class: 'exchanges' })
  const replies = () => writtenReplies(action)
  const add = button('Add a reply', addReply, { class: 'quiet' })
  let sent: readonly ShownExchange[] = []
  let live = false
  let hasRun = false
  function draw(): void {
    const count = Math.max(sent.length, live ? 0 : replies().length)
    // A request that waits for a reply has a button of its own.
    add.hidden = live || sent.length > replies().length
    element.replaceChildren(...Array.from({ length: count }, (_, index) => exchange(index)), add)
  }
  function addReply(): void {
    const index = replies().push({ ...EMPTY }) - 1
    draw()
    document.getElementById(`${replyId(action, index)}.body`)?.focus()
    touched()
  }
  function removeReply(index: number): void {
    replies().splice(index, 1)
    draw()
    add.focus()
    touched()
  }
  function exchange(index: number): HTMLElement {
    const { request, reply: got } = sent[index] ?? {}
    const written = replies()[index]
    return make(
      'div',
      { class: 'exchange', role: 'group', 'aria-label': `${action}, request ${index + 1}` },
      request === undefined ? unsent(index) : requestView(request, index),
      live ? replyView(got) : writtenView(index, written),
    )
  }
  function unsent(index: number): HTMLElement | undefined {
    return hasRun ? make('p', { class: 'help' }, `Request ${index + 1} was not sent.`) : undefined
  }
  function writtenView(index: number, written: WrittenReply | undefined): HTMLElement {
    if (written !== undefined) return replyEditor(action, index, written, () => removeReply(index))
    return make('p', { class: 'missing' }, 'It got no reply: none was written. ', button('Write one', addReply))
  }
  draw()
  return {
    element,
    show(exchanges, isLive) {
      sent = exchanges
      live = isLive
      hasRun = true
      // A reply that is just being written keeps its place.
      const id = element.contains(document.activeElement) ? document.activeElement?.id : undefined
      draw()
      if (id) document.getElementById(id)?.focus()
    },
  }
}

function replyId(action: string, index: number): string {
  return `reply.${action}.${index}`
}

function requestView({ method, url, headers, json }: ShownExchange['request'], index: number): HTMLElement {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  const body = json === undefined ? [] : ['', JSON.stringify(json, null, 2)]
  return make(
    'pre',
    { class: 'request', tabindex: 0, 'aria-label': `What request ${index + 1} sent` },
    [`${method} ${url}`, ...lines, ...body].join('\n'),
  )
}

function replyView(reply: WrittenReply | undefined): HTMLElement {
  if (reply === undefined) return make('p', { class: 'missing' }, 'No reply came.')
  const head = Object.entries(reply.headers).map(([name, value]) => `${name}: ${value}`)
  return make('pre', { class: 'reply', tabindex: 0 }, [String(reply.status), ...head, '', reply.body].join('\n'))
}

function replyEditor(
  action: string,
  index: number,
  { status, headers, body }: WrittenReply,
  remove: () => void,
): HTMLElement {
  const id = replyId(action, index)
  const statusInput = make('input', { id: `${id}.status`, inputmode: 'numeric', autocomplete: 'off', class: 'status' })
  statusInput.value = String(status)
  const headersInput = make('textarea', {
    id: `${id}.headers`,
    rows: 1,
    spellcheck: 'false',
    placeholder: 'name: value',
  })
  headersInput.value = Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
  const bodyInput = make('textarea', {
    id: `${id}.body`,
    rows: Math.min(12, body.split('\n').length + 1),
    spellcheck: 'false',
  })
  bodyInput.value = body
  const read = () => {
    const given = headersInput.value.split('\n').flatMap((line) => {
      const [name = '', ...value] = line.split(':')
      return name.trim() === '' ? [] : [[name.trim(), value.join(':').trim()]]
    })
    writtenReplies(action)[index] = {
      status: Number(statusInput.value),
      headers: Object.fromEntries(given),
      body: bodyInput.value,
    }
    touched()
  }
  for (const input of [statusInput, headersInput, bodyInput]) input.addEventListener('input', read)
  return make(
    'fieldset',
    { class: 'reply' },
    make('legend', {}, `Reply ${index + 1}`),
    make('label', { for: statusInput.id }, 'Status'),
    statusInput,
    make('label', { for: headersInput.id }, 'Headers'),
    headersInput,
    make('label', { for: bodyInput.id }, 'Body'),
    bodyInput,
    button('Remove', remove, { class: 'quiet', 'aria-label': `Remove reply ${index + 1}` }),
  )
}
