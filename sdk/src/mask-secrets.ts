/** Takes secrets out of texts that somebody may read. @module */
import type { Outcome } from './outcome.ts'
import { SECRET_MASK, Secret } from './secret.ts'

/** What every `Secret` in a value holds, however deep it stands. */
export function secretsIn(value: unknown): readonly string[] {
  if (value instanceof Secret) return [value.reveal()]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(secretsIn) : []
}

/** Secrets this short are in texts by chance, such as a number in a table. */
const TELLING_LENGTH = 8

/** An outcome whose words hold none of the secrets; its links are what they are, since some are signed with one. */
export function maskOutcome(outcome: Outcome, secrets: readonly string[]): Outcome {
  const telling = secrets.filter(({ length }) => length >= TELLING_LENGTH)
  if (telling.length === 0) return outcome
  if (outcome.type === 'done' || outcome.type === 'table') return maskTexts(outcome, telling)
  return outcome.type === 'invite' ? { ...outcome, title: maskSecrets(outcome.title, telling) } : outcome
}

/** Plain data with the secrets masked in every text of it. */
export function maskTexts<Value>(value: Value, secrets: readonly string[]): Value {
  if (typeof value === 'string') return maskSecrets(value, secrets) as Value
  if (typeof value !== 'object' || value === null || value instanceof Secret) return value
  if (Array.isArray(value)) return value.map((part) => maskTexts(part, secrets)) as Value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, maskTexts(part, secrets)])) as Value
}

/** The text with every occurrence of a secret masked. */
export function maskSecrets(text: string, secrets: readonly string[]): string {
  // The longest first: a secret that contains another must not leave its rest behind.
  const ordered = secrets.filter((secret) => secret !== '').sort((one, other) => other.length - one.length)
  return ordered.reduce((masked, secret) => masked.replaceAll(secret, SECRET_MASK), text)
}
