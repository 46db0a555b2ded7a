/** What the facts of a page's record are called. @module */
import { i18n } from '#i18n'
import type { PageFact } from './sites/rule.ts'

const labels: { readonly [F in PageFact]: () => string } = {
  name: () => i18n.t('fact.name'),
  firstName: () => i18n.t('fact.firstName'),
  lastName: () => i18n.t('fact.lastName'),
  email: () => i18n.t('fact.email'),
  phone: () => i18n.t('fact.phone'),
  company: () => i18n.t('fact.company'),
  device: () => i18n.t('fact.device'),
}

/** A fact's name in the user's language. */
export function factName(fact: PageFact): string {
  return labels[fact]()
}

/** Facts in the order in which people read them. */
export function inOrder(facts: readonly PageFact[]): readonly PageFact[] {
  return (Object.keys(labels) as PageFact[]).filter((fact) => facts.includes(fact))
}
