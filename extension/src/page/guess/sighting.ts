/** What was seen in the page, before anything is concluded. @module */

/** A fact somewhere in the page. */
export interface Sighting {
  readonly fact: 'name' | 'firstName' | 'lastName' | 'email' | 'phone' | 'company'
  readonly value: string
  readonly element: Element
  /** How much the way it was seen says: from 0.5 for a mere text to 3 for a label. */
  readonly weight: number
  readonly by: SeenBy
  /** What its surroundings leave of its weight, from 0 to 1; below 1, it is of somebody who is not what the page is about. */
  readonly share?: number
  /** For a name: the e-mail address that stands with it. */
  readonly address?: string
}

/** How a fact was seen; `person` and `sender` are labels of such, `title` is what is made to look like a heading. */
export type SeenBy = 'label' | 'person' | 'sender' | 'control' | 'markup' | 'link' | 'heading' | 'title' | 'text'

/** All of it. */
export interface Sightings {
  readonly found: readonly Sighting[]
  readonly labels: readonly Element[]
  /** Those of people of one's own organisation, and the names beside them. */
  readonly staff: readonly Element[]
  readonly staffNames: ReadonlySet<string>
  /** Addresses in the page's own head: there stands the user's. */
  readonly ownAddresses: ReadonlySet<string>
}
