/** A stand-in for a program that links such as `teamviewerapi://` open: it writes down what it is started with. @module */
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeTemporaryFolder, removeTemporaryFolder } from './temporary.ts'
import { idOfUnpacked } from './unpacked-id.ts'
import { until } from './wait.ts'

/** The program, and what it was started with. */
export interface ProtocolHandler {
  readonly scheme: string
  /** Stands first on the path: Chromium starts the `xdg-open` in it. */
  readonly folder: string
  readonly program: string
  /** Every link so far. */
  links(): readonly string[]
  /** The link of that number, from 0, as soon as it is there. */
  link(index: number): Promise<string>
  /** When the program was started with that link, in milliseconds since 1970. */
  launchedAt(index: number): number
  remove(): Promise<void>
}

/** Makes the program for a scheme; no system but the browser that is told of it knows it. */
export function makeProtocolHandler(scheme: string): ProtocolHandler {
  const folder = makeTemporaryFolder('handler')
  const log = join(folder, 'links')
  const times = join(folder, 'times')
  const program = join(folder, 'xdg-open')
  writeFileSync(program, `#!/bin/sh\ndate +%s.%N >> '${times}'\nprintf '%s\\n' "$*" >> '${log}'\n`)
  chmodSync(program, 0o755)
  const links = () => (existsSync(log) ? linesOf(log) : [])
  return {
    scheme,
    folder,
    program,
    links,
    link: (index) => until(`link ${index} to be launched`, () => links()[index]),
    launchedAt: (index) => Number(linesOf(times)[index]) * 1000,
    remove: () => removeTemporaryFolder(folder),
  }
}

function linesOf(path: string): readonly string[] {
  return readFileSync(path, 'utf8').split('\n').slice(0, -1)
}

/** Lets unpacked extensions in Chromium launch the scheme, as after "Always allow" in the browser's own dialog. */
export function allowInChromium(
  profile: string,
  extensionDirectories: readonly string[],
  { scheme }: ProtocolHandler,
): void {
  const origins = extensionDirectories.map((directory) => `chrome-extension://${idOfUnpacked(directory)}`)
  const pairs = Object.fromEntries(origins.map((origin) => [origin, { [scheme]: true }]))
  mkdirSync(join(profile, 'Default'), { recursive: true })
  const preferences = { protocol_handler: { allowed_origin_protocol_pairs: pairs } }
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences))
}
