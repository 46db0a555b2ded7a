/** Takes `Analytical Engines, Inc., Ada Byron` apart, as Odoo writes who works where. @module */

// Legal forms that are written after a comma, without dots, spaces and slashes. They belong to the company before them.
const LEGAL_FORMS: ReadonlySet<string> = new Set(
  `ab ag aps as asa bv co colimited coltd corp corporation doo ek ev gmbh gmbhcokg inc incorporated kft kg kgaa limited
  llc llp lp ltd ltda nv oy oyj pc pllc plc ptyltd pvtltd sa sadecv sapidecv sarl sas sl slu snc spa spzoo srl srls sro
  ug zrt`.split(/\s+/),
)

/** Who works where: a company alone cannot be told from a name alone, and counts as a name. */
export interface CompanyAndName {
  readonly company: string
  readonly name: string
}

/** The company before the first comma, with its legal form; what follows is the name, be it with a title or not. */
export function splitCompany(text: string): CompanyAndName {
  const parts = text.split(',')
  const nameAt = parts.findIndex((part, index) => index > 0 && !isLegalForm(part))
  if (nameAt === -1) return { company: '', name: text }
  return { company: parts.slice(0, nameAt).join(',').trim(), name: parts.slice(nameAt).join(',').trim() }
}

function isLegalForm(part: string): boolean {
  return LEGAL_FORMS.has(part.toLowerCase().replace(/[\s./&]/g, ''))
}
