/** A link in pieces, each in the colour of the form that it comes from. @module */
import type { ShownLink, ShownOrigin, ShownPiece } from '../messages.ts'
import { make } from './dom.ts'
import { formTitle, nameOf } from './fields-by-name.ts'

const WORDS = {
  shown: '',
  encoded: ' (encoded)',
  signed: ' (in a signature)',
  computed: ' (worked out)',
  switched: '',
} as const

/** A link, and beneath it in words what came from where. */
export function linkView({ place, pieces, href }: ShownLink, action: string): HTMLElement {
  const text = make('code', { class: 'link', tabindex: 0 }, ...pieces.map((piece) => pieceView(piece, action)))
  const sources = pieces.filter(({ origins }) => origins.length > 0)
  return make(
    'div',
    { class: 'link-view' },
    make(
      'div',
      { class: 'link-head' },
      make('span', { class: 'label' }, place),
      href === undefined ? undefined : opener(href),
    ),
    text,
    sources.length === 0
      ? undefined
      : make(
          'details',
          {},
          make('summary', {}, 'What came from where'),
          make('ul', { class: 'sources' }, ...sources.map((piece) => sourceLine(piece, action))),
        ),
  )
}

function opener(href: string): HTMLElement {
  return make('a', { href, target: '_blank', rel: 'noreferrer noopener' }, 'Open')
}

/** A piece with several sources is theirs together: a signature, or names that were joined. */
function classOf(origins: readonly ShownOrigin[]): string {
  const direct = origins.filter(({ use }) => use === 'shown')
  const forms = new Set((direct.length > 0 ? direct : origins).map(({ form }) => form))
  const [only] = forms
  return direct.length > 0 && forms.size === 1 ? `from-${only}` : 'from-several'
}

function pieceView({ text, origins }: ShownPiece, action: string): Node | string {
  if (origins.length === 0) return text
  return make('mark', { class: classOf(origins), title: listOf(origins, action) }, text)
}

function listOf(origins: readonly ShownOrigin[], action: string): string {
  return origins.map(({ form, name, use }) => nameOf(form, name, action) + WORDS[use]).join('\n')
}

function sourceLine({ text, origins }: ShownPiece, action: string): HTMLElement {
  const names = origins.map(({ form, name, use }) =>
    make('span', { class: `source from-${form}` }, nameOf(form, name, action) + WORDS[use]),
  )
  return make('li', {}, make('code', {}, text.length > 60 ? `${text.slice(0, 60)}…` : text), ...names)
}

/** Which colour is which form's. */
export function legend(hasTarget: boolean): HTMLElement {
  const forms = (['account', 'target', 'me', 'contact', 'input'] as const).filter(
    (form) => form !== 'target' || hasTarget,
  )
  return make(
    'p',
    { class: 'legend' },
    ...forms.map((form) => make('mark', { class: `from-${form}` }, formTitle(form))),
    make('mark', { class: 'from-several' }, 'Several, or worked out'),
  )
}
