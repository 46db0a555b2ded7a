/** Takes secrets out of texts that somebody may read. @module */
import { SECRET_MASK, Secret } from './secret.ts'

/** What every `Secret` in a value holds, however deep it stands. */
export function secretsIn(value: unknown): readonly string[] {
  if (value instanceof Secret) return [value.reveal()]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(secretsIn) : []
}

/** The text with every occurrence of a secret masked. */
export function maskSecrets(text: string, secrets: readonly string[]): string {
  // The longest first: a secret that contains another must not leave its rest behind.
  const ordered = secrets.filter((secret) => secret !== '').sort((one, other) => other.length - one.length)
  return ordered.reduce((masked, secret) => masked.replaceAll(secret, SECRET_MASK), text)
}
