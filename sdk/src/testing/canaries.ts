/** Secrets that cannot be in a text by chance, and every form in which one might get there. @module */
import { encode } from '../url.ts'

/** A secret of its own for each number; its signs come out differently in every encoding. */
export function canary(index: number): string {
  return `kAnarie+vogel/${index}=geheimÄ7`
}

/** A secret in every usual encoding, each with its name. */
export function formsOf(secret: string): readonly (readonly [encoding: string, form: string])[] {
  const bytes = new TextEncoder().encode(secret)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const backwards = [...secret].reverse().join('')
  const forms: readonly (readonly [string, string])[] = [
    ['as it is', secret],
    ['backwards', backwards],
    ['percent-encoded', encode(secret)],
    ['percent-encoded', encodeURI(secret)],
    ['percent-encoded', encodeURIComponent(secret)],
    ['percent-encoded', new URLSearchParams({ s: secret }).toString().slice(2)],
    ['percent-encoded backwards', encode(backwards)],
    ['in hex', hex],
    ['in hex', hex.toUpperCase()],
    ...[0, 1, 2].flatMap((offset) => {
      const base64 = base64Within(bytes, offset)
      const url = base64.replaceAll('+', '-').replaceAll('/', '_')
      return [
        ['in base64', base64],
        ['in base64', encode(base64)],
        ['in base64url', url],
      ] as const
    }),
  ]
  return forms.filter(([, form], index) => forms.findIndex(([, other]) => other === form) === index)
}

/** The part of a longer text's base64 that these bytes alone decide, `offset` bytes after a group's start. */
function base64Within(bytes: Uint8Array, offset: number): string {
  const shifted = [...new Uint8Array(offset), ...bytes]
  const whole = btoa(String.fromCharCode(...shifted))
  return whole.slice(Math.ceil((offset * 8) / 6), Math.floor((shifted.length * 8) / 6))
}
