/** What the host says of a value that does not fit its field. @module */
import { type Text, textIn } from './text.ts'

const templates = {
  missing: { en: '{label} is missing.', de: '{label} fehlt.' },
  notText: { en: '{label} must be text.', de: '{label} muss Text sein.' },
  tooLong: { en: '{label} is longer than {limit} characters.', de: '{label} ist länger als {limit} Zeichen.' },
  controlCharacter: { en: '{label} contains a control character.', de: '{label} enthält ein Steuerzeichen.' },
  pattern: { en: '{label} does not have the form asked for.', de: '{label} hat nicht die verlangte Form.' },
  patternHint: { en: '{label}: {hint}', de: '{label}: {hint}' },
  notUrl: {
    en: '{label} must be a full https address, such as https://example.com/.',
    de: '{label} muss eine vollständige https-Adresse sein, etwa https://example.com/.',
  },
  notNumber: { en: '{label} must be a number.', de: '{label} muss eine Zahl sein.' },
  notInteger: { en: '{label} must be a whole number.', de: '{label} muss eine ganze Zahl sein.' },
  tooSmall: { en: '{label} must be at least {limit}.', de: '{label} muss mindestens {limit} sein.' },
  tooLarge: { en: '{label} must be at most {limit}.', de: '{label} darf höchstens {limit} sein.' },
  notBoolean: { en: '{label} must be yes or no.', de: '{label} muss Ja oder Nein sein.' },
  notChoice: { en: '{label} must be one of the values offered.', de: '{label} muss einer der angebotenen Werte sein.' },
  notDatetime: {
    en: '{label} must be a date and time with its time zone.',
    de: '{label} muss Datum und Uhrzeit mit Zeitzone sein.',
  },
  notEmail: { en: '{label} must be an e-mail address.', de: '{label} muss eine E-Mail-Adresse sein.' },
  notFile: { en: '{label} must be a file.', de: '{label} muss eine Datei sein.' },
  notList: { en: '{label} must be a list.', de: '{label} muss eine Liste sein.' },
  tooFew: { en: '{label} needs at least {limit} entries.', de: '{label} braucht mindestens {limit} Einträge.' },
  tooMany: { en: '{label} takes at most {limit} entries.', de: '{label} nimmt höchstens {limit} Einträge.' },
} as const satisfies Record<string, Text>

/** One of the sentences above. */
export type FieldComplaint = keyof typeof templates

const factLabels: Readonly<Record<string, Text>> = {
  firstName: { en: 'First name', de: 'Vorname' },
  lastName: { en: 'Last name', de: 'Nachname' },
  username: { en: 'User name', de: 'Benutzername' },
  email: { en: 'E-mail', de: 'E-Mail' },
  phone: { en: 'Phone', de: 'Telefon' },
  company: { en: 'Company', de: 'Firma' },
}

/**
 * The name of a person's fact, in every language there is.
 *
 * @example
 * factLabel('email') // { en: 'E-mail', de: 'E-Mail' }
 */
export function factLabel(fact: string): Text {
  return factLabels[fact] ?? fact
}

/**
 * The sentence in every language that it exists in.
 *
 * @example
 * complain('missing', { en: 'Room', de: 'Raum' }) // { en: 'Room is missing.', de: 'Raum fehlt.' }
 */
export function complain(
  complaint: FieldComplaint,
  label: Text,
  details: { readonly limit?: number; readonly hint?: Text } = {},
): Text {
  const filled = Object.entries(templates[complaint]).map(([language, template]) => [
    language,
    template
      .replace('{label}', () => textIn(label, language))
      .replace('{limit}', () => String(details.limit))
      .replace('{hint}', () => textIn(details.hint ?? '', language)),
  ])
  return Object.fromEntries(filled) as { en: string; de: string }
}
