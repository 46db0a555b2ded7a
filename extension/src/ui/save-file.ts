/** Hands a file to the user. @module */

const MINUTE = 60_000

/** Saves a text or bytes as a file, by the browser's own download. */
export function saveFile(name: string, content: string | Uint8Array<ArrayBuffer>, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser reads it after the click; how long that takes it does not tell.
  setTimeout(() => URL.revokeObjectURL(address), MINUTE)
}

/** A file name with the day in it, such as `joinery-2026-11-22.joinery`. */
export function datedName(stem: string, ending: string, now = new Date()): string {
  return `${stem}-${now.toISOString().slice(0, 10)}.${ending}`
}
