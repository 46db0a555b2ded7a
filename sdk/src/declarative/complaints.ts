/** What is said of a plugin file that cannot be read. @module */
import { type ErrorCode, PluginError } from '../errors.ts'
import type { Text } from '../text.ts'

const templates = {
  tooLarge: {
    en: 'The file is larger than {limit} kB. Leave out what no user needs.',
    de: 'Die Datei ist größer als {limit} kB. Lassen Sie weg, was niemand braucht.',
  },
  notJson: {
    en: 'The file is not a JSON object. Open it in an editor that marks mistakes.',
    de: 'Die Datei ist kein JSON-Objekt. Öffnen Sie sie in einem Editor, der Fehler markiert.',
  },
  tooDeep: {
    en: '{path} is nested too deeply. Nothing in a plugin file needs more than {limit} levels.',
    de: '{path} ist zu tief verschachtelt. Nichts in einer Plugin-Datei braucht mehr als {limit} Ebenen.',
  },
  twice: {
    en: '{path} stands there twice. Remove one of the two.',
    de: '{path} steht zweimal da. Entfernen Sie eines von beiden.',
  },
  forbiddenName: {
    en: '{path} has a name that means something else to programs. Choose another name.',
    de: '{path} hat einen Namen, der für Programme etwas anderes bedeutet. Wählen Sie einen anderen Namen.',
  },
  newerFormat: {
    en: '{path} must be 1, the only format that is read here.',
    de: '{path} muss 1 sein; ein anderes Format wird hier nicht gelesen.',
  },
  unknown: {
    en: '{path} is not known. Known here: {known}.',
    de: '{path} ist nicht bekannt. Bekannt sind hier: {known}.',
  },
  missing: { en: '{path} is missing. Add it.', de: '{path} fehlt. Fügen Sie es hinzu.' },
  notObject: {
    en: '{path} must be an object in braces.',
    de: '{path} muss ein Objekt in geschweiften Klammern sein.',
  },
  notList: { en: '{path} must be a list in square brackets.', de: '{path} muss eine Liste in eckigen Klammern sein.' },
  notTrue: { en: '{path} must be true or absent.', de: '{path} muss true sein oder fehlen.' },
  notText: {
    en: '{path} must be a text of 1 to {limit} characters, with no control characters.',
    de: '{path} muss ein Text von 1 bis {limit} Zeichen ohne Steuerzeichen sein.',
  },
  notWords: {
    en: '{path} must be a text, or texts by language such as en and de, with English among them.',
    de: '{path} muss ein Text sein, oder Texte nach Sprachen wie en und de, darunter Englisch.',
  },
  notOneOf: { en: '{path} must be one of: {known}.', de: '{path} muss eines von diesen sein: {known}.' },
  notNumber: {
    en: '{path} must be a number from {least} to {most}.',
    de: '{path} muss eine Zahl von {least} bis {most} sein.',
  },
  notWhole: {
    en: '{path} must be a whole number from {least} to {most}.',
    de: '{path} muss eine ganze Zahl von {least} bis {most} sein.',
  },
  tooMany: {
    en: '{path} must have 1 to {limit} entries.',
    de: '{path} muss 1 bis {limit} Einträge haben.',
  },
  notName: {
    en: '{path} is not a name. Take a letter first, then letters, digits and _, {limit} at most.',
    de: '{path} ist kein Name. Nehmen Sie zuerst einen Buchstaben, dann Buchstaben, Ziffern und _, höchstens {limit}.',
  },
  notId: {
    en: '{path} must be a domain name that you own, reversed, such as com.example.meet.',
    de: '{path} muss ein Domainname sein, der Ihnen gehört, umgekehrt geschrieben, etwa com.example.meet.',
  },
  notVersion: { en: '{path} must be of the form 1.2.3.', de: '{path} muss die Form 1.2.3 haben.' },
  notFieldType: {
    en: '{path} must be one of: {known}. Secrets, files and lists need a plugin that is written in code.',
    de: '{path} muss eines von diesen sein: {known}. Geheimnisse, Dateien und Listen brauchen ein programmiertes Plugin.',
  },
  noExpression: {
    en: '{path}: a plugin file has no regular expressions. Use characters and maxLength.',
    de: '{path}: Eine Plugin-Datei hat keine regulären Ausdrücke. Verwenden Sie characters und maxLength.',
  },
  notDefault: {
    en: '{path} is not a value that its own field takes.',
    de: '{path} ist kein Wert, den das eigene Feld annimmt.',
  },
  notCondition: {
    en: '{path} must name another field and a value that it can have.',
    de: '{path} muss ein anderes Feld nennen und einen Wert, den es haben kann.',
  },
  notPattern: {
    en: '{path} must be like https://meet.example/*, like {account.server}/* where server is a required url setting, or a known app such as zoommtg:*.',
    de: '{path} muss aussehen wie https://meet.example/*, wie {account.server}/* mit server als Pflichteinstellung vom Typ url, oder eine bekannte App sein wie zoommtg:*.',
  },
  noTarget: {
    en: '{path}: the file has no target, so write "on": "account".',
    de: '{path}: Die Datei hat kein Ziel, also schreiben Sie "on": "account".',
  },
  notControl: {
    en: '{path}: control reaches into a target, so it cannot be on an account.',
    de: '{path}: control greift in ein Ziel ein und kann deshalb nicht auf ein Konto wirken.',
  },
  notTargetField: {
    en: '{path} must name a text, number, choice or email field of the target.',
    de: '{path} muss ein Feld des Ziels vom Typ text, number, choice oder email nennen.',
  },
  notRecognizedPath: {
    en: '{path} must be a path like /rooms/{target.room}, with one placeholder to a segment at most and each once.',
    de: '{path} muss ein Pfad sein wie /rooms/{target.room}, mit höchstens einem Platzhalter je Abschnitt und jedem einmal.',
  },
  notAddress: {
    en: '{path} must start with https:// and a host, or {account.server}/, and be written as a browser shows it.',
    de: '{path} muss mit https:// und einem Host oder mit {account.server}/ beginnen und so geschrieben sein, wie ein Browser es zeigt.',
  },
  notAppAddress: {
    en: '{path} must start with a known app and a fixed name, such as zoommtg://zoom.us/.',
    de: '{path} muss mit einer bekannten App und einem festen Namen beginnen, etwa zoommtg://zoom.us/.',
  },
  emptySegment: {
    en: '{path} has an empty part in its path. Remove it.',
    de: '{path} hat im Pfad einen leeren Abschnitt. Entfernen Sie ihn.',
  },
  notPlaceholder: {
    en: '{path} has a brace that belongs to no placeholder. Write it like {target.room}.',
    de: '{path} hat eine Klammer, die zu keinem Platzhalter gehört. Schreiben Sie ihn wie {target.room}.',
  },
  unknownPlaceholder: {
    en: '{path}: nothing is called {name}. Known here: {known}.',
    de: '{path}: Nichts heißt {name}. Bekannt sind hier: {known}.',
  },
  misplaced: {
    en: '{path}: {name} may stand in a part of the path or in the value of a parameter; an address of the account at the start alone.',
    de: '{path}: {name} darf in einem Abschnitt des Pfads stehen oder im Wert eines Parameters; eine Adresse des Kontos nur am Anfang.',
  },
  mayBeEmpty: {
    en: '{path}: {name} stands in the path, so it must never be empty. Make its field required, or name the fact in needs.',
    de: '{path}: {name} steht im Pfad und darf deshalb nie leer sein. Machen Sie das Feld zur Pflicht, oder nennen Sie die Angabe in needs.',
  },
  notPermitted: {
    en: '{path} leads where permissions.open does not. Correct one of them.',
    de: '{path} führt dorthin, wohin permissions.open nicht führt. Berichtigen Sie eines von beiden.',
  },
} as const satisfies Record<string, Text>

/** One of the sentences above. */
export type FileComplaint = keyof typeof templates

/** What is put into a sentence. */
export interface Details {
  readonly name?: string
  readonly limit?: number
  readonly least?: number
  readonly most?: number
  readonly known?: readonly string[]
}

const codes: Partial<Record<FileComplaint, ErrorCode>> = {
  newerFormat: 'unsupported',
  missing: 'missing',
}

/** Where a detail goes; `{account.server}` and its like are meant as they are. */
const PLACE = /\{([a-z]+)\}/g

/** Refuses a part of a file, by its path such as `actions.join.url`, in every language that the sentence exists in. */
export function refuse(complaint: FileComplaint, path: string, details: Details = {}): never {
  const shown: Details & { readonly path: string } = { ...details, path }
  const filled = Object.entries(templates[complaint]).map(([language, template]) => [
    language,
    template.replace(PLACE, (_, part: keyof typeof shown) => textOf(shown[part])),
  ])
  const text = Object.fromEntries(filled) as { readonly en: string }
  throw new PluginError(codes[complaint] ?? 'invalid', text, path === '' ? {} : { field: path })
}

function textOf(part: Details[keyof Details]): string {
  return typeof part === 'object' ? part.join(', ') : String(part ?? '')
}
