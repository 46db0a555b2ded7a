/** Which form of a plural a number takes. @module */

/**
 * What the forms of a language stand for, in their order in its file; the last one is for all other numbers. Languages that
 * are not listed have one form for what they count as one.
 */
const CATEGORIES: { readonly [language: string]: readonly Intl.LDMLPluralRule[] } = {
  ru: ['one', 'few'],
  he: ['one', 'two'],
}

/** How many forms a language needs, without one for nothing at all. */
export function countOfForms(language: string): number {
  return categoriesOf(language).length + 1
}

/** The form for a number; where there is one form more than the language needs, the first is for 0. */
export function pluralForm(forms: readonly string[], count: number, language: string): string {
  const hasZero = forms.length > countOfForms(language)
  if (hasZero && count === 0) return forms[0] ?? ''
  const place = categoriesOf(language).indexOf(new Intl.PluralRules(language).select(count))
  return forms[place === -1 ? forms.length - 1 : place + Number(hasZero)] ?? ''
}

function categoriesOf(language: string): readonly Intl.LDMLPluralRule[] {
  return CATEGORIES[language] ?? ['one']
}
