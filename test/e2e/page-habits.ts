/** What host pages do to an extension's buttons: the scenarios of the mount engine, as functions for the lab page. @module */

/** One habit: what the page does, and how many buttons must be there in the end. */
export interface Habit {
  readonly name: string
  /** Runs in the page's own world; resolves when the page has done it. */
  readonly act: () => Promise<void> | void
  /** Visible, working buttons in the end. */
  readonly buttons: number
  /** Our elements in the page, where some of them stand in hidden records. */
  readonly elements?: number
}

/** The eighteen habits. */
export const habits: readonly Habit[] = [
  {
    name: 'the anchor is there from the start',
    act: () => lab.main().append(lab.contact('c-1')),
    buttons: 1,
  },
  {
    name: 'the anchor appears late',
    act: async () => {
      await new Promise((resolve) => setTimeout(resolve, 300))
      lab.main().append(lab.contact('c-1'))
    },
    buttons: 1,
  },
  {
    name: 'the anchor stands deep inside an inserted subtree',
    act: () => {
      let inner: HTMLElement = lab.contact('c-1')
      for (let depth = 0; depth < 20; depth += 1) inner = lab.make('div', {}, lab.make('p', {}, 'text'), inner)
      lab.main().append(inner)
    },
    buttons: 1,
  },
  {
    name: 'the page renders the children of the anchor anew',
    act: async () => {
      const record = lab.contact('c-1')
      lab.main().append(record)
      await lab.settled()
      record.querySelector('[data-slot]')?.replaceChildren(...lab.title('c-1').childNodes)
    },
    buttons: 1,
  },
  {
    name: 'the page removes our element alone',
    act: async () => {
      lab.main().append(lab.contact('c-1'))
      await lab.settled()
      document.querySelector('x-joinery')?.remove()
    },
    buttons: 1,
  },
  {
    name: 'the anchor is replaced in one task',
    act: async () => {
      lab.main().append(lab.contact('c-1'))
      await lab.settled()
      document.querySelector('[data-slot]')?.replaceWith(lab.title('c-1'))
    },
    buttons: 1,
  },
  {
    name: 'the anchor goes, and another comes 400 ms later',
    act: async () => {
      const record = lab.contact('c-1')
      lab.main().append(record)
      await lab.settled()
      record.querySelector('[data-slot]')?.remove()
      await new Promise((resolve) => setTimeout(resolve, 400))
      record.prepend(lab.title('c-1'))
    },
    buttons: 1,
  },
  {
    name: 'the same anchor moves to another parent',
    act: async () => {
      const [from, to] = [lab.contact('c-1'), lab.contact('c-2')]
      to.querySelector('[data-slot]')?.remove()
      lab.main().append(from, to)
      await lab.settled()
      to.append(from.querySelector('[data-slot]') as Node)
    },
    buttons: 1,
  },
  {
    name: 'the page overwrites class names, ours too',
    act: async () => {
      lab.main().append(lab.contact('c-1'))
      await lab.settled()
      for (const element of document.querySelectorAll('main *')) element.className = 'fresh'
    },
    buttons: 1,
  },
  {
    name: 'the anchor gains its attribute later',
    act: async () => {
      const record = lab.contact('c-1')
      const anchor = record.querySelector('[data-slot]')
      anchor?.removeAttribute('data-slot')
      lab.main().append(record)
      await new Promise((resolve) => setTimeout(resolve, 300))
      anchor?.setAttribute('data-slot', 'title')
    },
    buttons: 1,
  },
  {
    name: 'the anchor loses its attribute',
    act: async () => {
      lab.main().append(lab.contact('c-1'))
      await lab.settled()
      document.querySelector('[data-slot]')?.removeAttribute('data-slot')
    },
    buttons: 0,
  },
  {
    name: 'two workspace tabs are in the page, one of them hidden',
    act: () => {
      const hidden = lab.make('section', { hidden: '' }, lab.contact('c-1'))
      lab.main().append(hidden, lab.make('section', {}, lab.contact('c-2')))
    },
    buttons: 1,
    elements: 2,
  },
  {
    name: 'a list grows row by row',
    act: async () => {
      const body = lab.make('tbody', {})
      lab.main().append(lab.make('table', {}, body))
      for (let index = 1; index <= 12; index += 1) {
        body.append(lab.row(`c-${index}`))
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    },
    buttons: 12,
  },
  {
    name: 'the page clones the anchor with our button inside',
    act: async () => {
      const record = lab.contact('c-1')
      lab.main().append(record)
      await lab.settled()
      const copy = record.cloneNode(true) as HTMLElement
      copy.dataset.recordId = 'c-2'
      lab.main().append(copy)
    },
    buttons: 2,
  },
  {
    name: 'the body is swapped from cached HTML',
    act: async () => {
      lab.main().append(lab.contact('c-1'))
      await lab.settled()
      const cached = document.body.innerHTML
      document.body = document.createElement('body')
      document.body.innerHTML = cached
    },
    buttons: 1,
  },
  {
    name: 'the anchor stands in an open shadow root',
    act: () => {
      const card = lab.make('crm-contact-card', {})
      card.attachShadow({ mode: 'open' }).append(lab.contact('c-1', 'section'))
      lab.main().append(card)
    },
    buttons: 1,
  },
  {
    name: 'a shadow root is attached and filled after its host',
    act: async () => {
      const card = lab.make('crm-contact-card', {})
      lab.main().append(card)
      await new Promise((resolve) => setTimeout(resolve, 200))
      const root = card.attachShadow({ mode: 'open' })
      await new Promise((resolve) => setTimeout(resolve, 200))
      root.append(lab.contact('c-1', 'section'))
    },
    buttons: 1,
  },
  {
    name: 'the record is hidden, then shown',
    act: async () => {
      const record = lab.contact('c-1')
      record.hidden = true
      lab.main().append(record)
      await new Promise((resolve) => setTimeout(resolve, 300))
      record.hidden = false
    },
    buttons: 1,
  },
]
