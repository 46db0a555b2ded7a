/** What can be wrong with a PEM. @module */
import { PluginError } from '@joinery/sdk'

/** The one error for a wrong password or a damaged key: neither the text nor the code tells which. */
export function damaged(): PluginError {
  return new PluginError('invalid', {
    en: 'The key cannot be opened: the password is wrong, or the key is damaged.',
    de: 'Der Schlüssel lässt sich nicht öffnen: Das Passwort ist falsch, oder der Schlüssel ist beschädigt.',
  })
}

/** A format or algorithm that is not read here, by its name. */
export function unread(algorithm: string): UnreadAlgorithm {
  const text = {
    en: `The key is protected in a way that is not read here: ${algorithm}.`,
    de: `Der Schlüssel ist auf eine Art geschützt, die hier nicht gelesen wird: ${algorithm}.`,
  }
  return Object.assign(new PluginError('unsupported', text), { algorithm })
}

/** The error for an algorithm that is not read. */
export type UnreadAlgorithm = PluginError & { readonly algorithm: string }

/** The name of the algorithm that an error is about; `undefined` where it is about something else. */
export function unreadAlgorithmOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('algorithm' in error)) return undefined
  return typeof error.algorithm === 'string' ? error.algorithm : undefined
}

/** The initialisation vector is not of the cipher's length. */
export function badVector(cipher: string, digits: number): PluginError {
  return new PluginError('bad-answer', {
    en: `The key's DEK-Info has no initialisation vector of ${digits} hex digits, as ${cipher} needs.`,
    de: `Die DEK-Info des Schlüssels hat keinen Initialisierungsvektor aus ${digits} Hex-Ziffern, wie ${cipher} ihn braucht.`,
  })
}

/** The text holds no PEM. */
export function noPem(): PluginError {
  return new PluginError('bad-answer', {
    en: 'This is no key in PEM format.',
    de: 'Das ist kein Schlüssel im PEM-Format.',
  })
}

/** Opening it would take more time, memory or room than a key is worth. */
export function excessive(what: string): PluginError {
  return new PluginError('unsafe', {
    en: `The key asks for more than is granted here: ${what}.`,
    de: `Der Schlüssel verlangt mehr, als hier gewährt wird: ${what}.`,
  })
}
