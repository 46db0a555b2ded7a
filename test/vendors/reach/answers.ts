/** What the backend answers: JSON, or XML for those who do not ask for JSON; and its errors (vendors.md 2.2). @module */
import { randomBytes } from 'node:crypto'

/** An answer before it is written. */
export interface Answer {
  readonly status: number
  /** Written as JSON or XML, text as it is. */
  readonly body?: Readonly<Record<string, unknown>> | string
  readonly headers?: Readonly<Record<string, string>>
  /** What the body is called in XML. */
  readonly name?: string
}

/** The errors that are documented, each with its status. */
export const ERRORS = {
  invalid_request: 400,
  invalid_token: 401,
  token_expired: 401,
  blocked: 403,
  rate_limit_reached: 403,
  internal_error: 500,
} as const

/** A documented error. */
export type ErrorName = keyof typeof ERRORS

/** The numbers that the simulator gives its errors; those of the vendor are not known. */
const CODES: Readonly<Record<string, number>> = {
  invalid_request: 1,
  invalid_token: 2,
  token_expired: 3,
  blocked: 4,
  rate_limit_reached: 5,
  internal_error: 6,
  access_denied: 7,
}

/** A documented error. */
export function refusal(error: ErrorName, description: string): Answer {
  return errorAnswer(ERRORS[error], error, description)
}

/** An error of any status; the set of names is open. */
export function errorAnswer(
  status: number,
  error: string,
  description: string,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  const body = { error, error_description: description, error_code: CODES[error] ?? 0 }
  const signature = status >= 500 ? { error_signature: randomBytes(8).toString('hex') } : {}
  return { status, body: { ...body, ...signature }, headers, name: 'Error' }
}

/** The 401 that has no body. */
export const emptyUnauthorized: Answer = { status: 401 }

/** Done, and nothing to say. */
export const noContent: Answer = { status: 204 }

/** Success. */
export function success(name: string, body: Readonly<Record<string, unknown>>): Answer {
  return { status: 200, name, body }
}

/** An answer as it goes over the wire. */
export interface WrittenAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** Writes an answer in the format that was asked for. */
export function write({ status, body, headers = {}, name = 'Answer' }: Answer, format: 'json' | 'xml'): WrittenAnswer {
  if (body === undefined) return { status, headers, body: Buffer.alloc(0) }
  if (typeof body === 'string') return { status, headers, body: Buffer.from(body) }
  const type = `application/${format}; charset=utf-8`
  const text = format === 'json' ? JSON.stringify(body) : `<?xml version="1.0" encoding="utf-8"?>${element(name, body)}`
  return { status, headers: { 'content-type': type, ...headers }, body: Buffer.from(text) }
}

function element(name: string, value: unknown): string {
  if (value === null || value === undefined) return `<${name} />`
  if (Array.isArray(value)) return `<${name}>${value.map((item) => element('Item', item)).join('')}</${name}>`
  if (typeof value !== 'object') return `<${name}>${escaped(String(value))}</${name}>`
  const children = Object.entries(value).map(([childName, child]) => element(childName, child))
  return `<${name}>${children.join('')}</${name}>`
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`)
}
