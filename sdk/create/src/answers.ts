/** What an author says of a plugin that is to be started, and what is wrong with it. @module */
import { basename } from 'node:path'

/** The kinds of plugins to start from, and what each is for. */
export const KINDS = {
  link: 'links made of what is known',
  'signed-link': 'links signed with a key of the account',
  task: 'requests to a server, and links to what it made',
} as const

/** One of {@link KINDS}. */
export type Kind = keyof typeof KINDS

/** What is asked, in this order. */
export const QUESTIONS = {
  name: 'Name, as users read it (Example Meet)',
  id: 'Id, a domain of yours reversed (com.example.meet)',
  kind: `Kind (${Object.keys(KINDS).join(', ')})`,
} as const

/** One of {@link QUESTIONS}. */
export type Question = keyof typeof QUESTIONS

/** Answers that are right. */
export interface Answers {
  readonly name: string
  readonly id: string
  readonly kind: Kind
}

/** Letters of any script and what stands between them: nothing that ends a text or a comment in code. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .,&+()-]{0,59}$/u
/** As the check `definition` asks for it. */
const PLUGIN_ID = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/
const LONGEST_ID = 100
/** What npm takes for a package, and every file system for a folder. */
const PACKAGE = /^[a-z0-9][a-z0-9._-]{0,99}$/

const COMPLAINTS: { readonly [Name in Question]: (answer: string) => string | undefined } = {
  name: (answer) =>
    NAME.test(answer) && answer === answer.trim()
      ? undefined
      : `${quoted(answer)} is no name of 1 to 60 letters, digits, spaces and . , & + ( ) -, beginning with a letter or digit.`,
  id: (answer) =>
    PLUGIN_ID.test(answer) && answer.length <= LONGEST_ID
      ? undefined
      : `${quoted(answer)} is no reversed domain name such as com.example.meet, in small letters.`,
  kind: (answer) =>
    Object.hasOwn(KINDS, answer)
      ? undefined
      : `There is no kind ${quoted(answer)}; choose ${Object.keys(KINDS).join(', ')}.`,
}

/** What is wrong with an answer, after the question's name; `undefined` where nothing is. */
export function complaintOf(question: Question, answer: string): string | undefined {
  const complaint = COMPLAINTS[question](answer)
  return complaint === undefined ? undefined : `${question}: ${complaint}`
}

/** What is wrong with a folder's name, which is the package's too; `undefined` where nothing is. */
export function folderComplaint(folder: string): string | undefined {
  const name = basename(folder)
  return PACKAGE.test(name)
    ? undefined
    : `folder: ${quoted(name)} cannot be a package's name; use small letters, digits, and . _ - within.`
}

/** A short name for folders: of the name where it has Latin letters, else of the id's last part. */
export function shortName({ name, id }: Answers): string {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const short = plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '')
  return /[a-z]/.test(short) ? short : (id.split('.').at(-1) ?? id)
}

function quoted(answer: string): string {
  return JSON.stringify(answer)
}
