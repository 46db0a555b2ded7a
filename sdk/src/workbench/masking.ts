/** Takes the secrets that were typed out of everything that the page is shown. @module */
import { givenSecrets } from '../command/given-secrets.ts'
import type { Plugin } from '../plugin.ts'
import { SECRET_MASK, Secret } from '../secret.ts'
import { formsOf } from '../testing/canaries.ts'
import type { Values } from './messages.ts'

/** A shorter form is masked only where nothing but a delimiter stands beside it: it may be in any text by chance. */
const TELLING_LENGTH = 4
/** A line of a key is as telling as the key. */
const TELLING_LINE = 16
const LONGEST_TEXT = 20_000

/** Masks texts, and values with all their texts. */
export interface Mask {
  text(text: string): string
  value(value: unknown): unknown
}

/** A mask for these secrets, in every usual encoding. */
export function maskOf(secrets: readonly string[]): Mask {
  const forms = new Set(secrets.flatMap(formsIn).filter((form) => form !== ''))
  // The longest first: a secret that contains another must not leave its rest behind.
  const ordered = [...forms].sort((one, other) => other.length - one.length)
  const text = (given: string): string => {
    const masked = ordered.reduce(withoutForm, given)
    return masked.length > LONGEST_TEXT ? `${masked.slice(0, LONGEST_TEXT)}…` : masked
  }
  return { text, value: (value) => valueWith(value, text) }
}

function withoutForm(text: string, form: string): string {
  if (form.length >= TELLING_LENGTH) return text.replaceAll(form, SECRET_MASK)
  const escaped = form.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
  const alone = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'gu')
  return text.replace(alone, SECRET_MASK)
}

function formsIn(secret: string): readonly string[] {
  const lines = secret.split('\n').map((line) => line.trim())
  const parts = [secret, secret.trim(), ...lines.filter((line) => line.length >= TELLING_LINE)]
  return parts.flatMap((part) => [...formsOf(part).map(([, form]) => form), JSON.stringify(part).slice(1, -1)])
}

function valueWith(value: unknown, text: (given: string) => string): unknown {
  if (value instanceof Secret) return SECRET_MASK
  if (typeof value === 'string') return text(value)
  if (Array.isArray(value)) return value.map((item) => valueWith(item, text))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [text(name), valueWith(part, text)]))
  }
  return typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint' ? String(value) : value
}

/** Every secret in the forms, those that are not shown just now too. */
export function typedSecrets(plugin: Plugin, { account, target, targets, inputs }: Values): readonly string[] {
  return [
    ...givenSecrets(plugin.account, account),
    ...[target, ...targets].flatMap((one) => givenSecrets(plugin.target?.fields ?? {}, one)),
    ...Object.entries(plugin.actions).flatMap(([name, alternatives]) =>
      alternatives.flatMap(({ input }) => givenSecrets(input ?? {}, inputs[name] ?? {})),
    ),
  ]
}
