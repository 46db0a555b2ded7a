/** What a chosen element can stand for, and what of it goes into the draft. @module */
import type { AnchorRule, SiteRule } from '../sites/rule.ts'
import { recordAt } from './build-rule.ts'
import { type Candidate, candidatesFor, narrowest } from './candidates.ts'
import { type Draft, likelyKind } from './draft.ts'
import { candidatesInRow, type Rows, rowsAround, standsInRow, treeOf } from './rows.ts'
import { hostsAround } from './shadow-hosts.ts'

/** What can be chosen for a place. */
export interface Fit {
  readonly place: Element
  /** From broad to narrow. */
  readonly candidates: readonly Candidate[]
  /** Which of them is proposed. */
  readonly proposed: number
  /** The record that is mended, and its scope. */
  readonly mends: number | undefined
  readonly scope: string | undefined
  readonly isRow: boolean
  readonly positions: readonly AnchorRule['position'][]
}

/** Nothing can be put into these. */
const CLOSED = 'input, textarea, select, button, img, svg, video, canvas, iframe, hr, a, option'

/** Looks at a place that was chosen. */
export function fitOf(place: Element, base: SiteRule | null, address: string): Fit {
  const mends = recordAt(place, base, address)
  const mended = mends === undefined ? undefined : base?.records[mends]
  const around = mended?.scope === undefined ? null : place.closest(mended.scope)
  const found = around === null ? candidatesFor(place, treeOf(place)) : candidatesInRow(place, around)
  const candidates = found.length > 0 ? found : candidatesFor(place, treeOf(place))
  return {
    place,
    candidates,
    proposed: proposalAmong(candidates, place, around === null),
    mends,
    scope: mended?.scope,
    isRow: mended?.size === 'compact',
    positions: place.matches(CLOSED) ? ['after', 'before'] : ['append', 'prepend', 'after', 'before'],
  }
}

/** The rows that a candidate's places are in; `undefined` where it is no list, or the record is settled. */
export function rowsOf({ place, mends }: Fit, { matches }: Candidate): Rows | undefined {
  const tree = treeOf(place)
  return mends === undefined ? rowsAround(place, matches, tree) : undefined
}

/** What goes into the draft for one of the candidates. */
export function choice(
  fit: Fit,
  candidate: Candidate,
  rows: Rows | undefined,
  position: AnchorRule['position'],
): Partial<Draft> {
  const inRow = rows === undefined ? undefined : narrowest(candidatesInRow(fit.place, rows.row))
  const isWholeRow = rows !== undefined && rows.row === fit.place
  return {
    places: candidate.selector,
    mends: fit.mends,
    scope: inRow === undefined ? fit.scope : rows?.selector,
    isRow: inRow === undefined ? fit.isRow : true,
    anchor: {
      selector: inRow?.selector ?? candidate.selector,
      // The row's last child stands for it: beside a cell there is no place.
      position: isWholeRow ? (fit.place.localName === 'tr' ? 'append' : 'after') : position,
    },
    shadowHosts: hostsAround(fit.place),
    kind: likelyKind(location.href),
  }
}

/** Whether the place is probably meant in each row. */
export function isListLike(fit: Fit, rows: Rows | undefined): boolean {
  return rows !== undefined && (rows.count > 1 || standsInRow(fit.place))
}

// In a list all like it, elsewhere itself alone.
function proposalAmong(candidates: readonly Candidate[], place: Element, isOpen: boolean): number {
  const alone = candidates.findIndex(({ matches }) => matches.length === 1)
  if (!isOpen || !standsInRow(place)) return alone === -1 ? candidates.length - 1 : alone
  const many = candidates.findLastIndex(({ matches, isFragile }) => matches.length > 1 && !isFragile)
  return many === -1 ? candidates.length - 1 : many
}
