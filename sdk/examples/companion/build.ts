/** Bundles the extension for both browsers into `dist`: `node build.ts [id of Joinery where it is loaded from a folder]`. @module */
import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { rustdesk } from './src/plugin.ts'

/** Joinery's id in Firefox. A Joinery from Chrome's store has one that the store gave it: put it beside this one. */
const PUBLISHED_IDS: readonly string[] = ['joinery@joinery.example']

/** What may differ from build to build. */
export interface BuildOptions {
  readonly browser: 'chromium' | 'firefox'
  readonly folder: string
  /** The extensions that may ask. */
  readonly hosts: readonly string[]
  /** The background's source; the plugin as it is unless told. */
  readonly background?: string
  readonly version?: string
}

/** Writes an extension that the browser can load. */
export async function buildCompanion(options: BuildOptions): Promise<void> {
  const { folder, background = join(import.meta.dirname, 'src', 'background.ts') } = options
  await mkdir(folder, { recursive: true })
  await Promise.all([
    bundle(background, join(folder, 'background.js'), options.hosts),
    bundle(join(import.meta.dirname, 'src', 'page.ts'), join(folder, 'page.js'), options.hosts),
    cp(join(import.meta.dirname, 'static'), folder, { recursive: true }),
    writeFile(join(folder, 'manifest.json'), JSON.stringify(manifestFor(options), null, 2)),
  ])
}

async function bundle(input: string, file: string, hosts: readonly string[]): Promise<void> {
  const transform = { define: { JOINERY_IDS: JSON.stringify(hosts) } }
  const made = await rolldown({ input, platform: 'browser', transform })
  await made.write({ file, format: 'iife' })
  await made.close()
}

function manifestFor({ browser, hosts, version = rustdesk.version }: BuildOptions): object {
  return {
    manifest_version: 3,
    name: 'RustDesk for Joinery',
    description: 'Lets Joinery open RustDesk for the device of a contact.',
    version,
    permissions: ['storage'],
    action: { default_popup: 'page.html' },
    ...(browser === 'firefox'
      ? {
          background: { scripts: ['background.js'] },
          browser_specific_settings: { gecko: { id: 'rustdesk@joinery.example', strict_min_version: '128.0' } },
        }
      : {
          background: { service_worker: 'background.js' },
          minimum_chrome_version: '126',
          // Chromium keeps everybody else out before our code sees them; Firefox does not know this.
          externally_connectable: { ids: hosts },
        }),
  }
}

if (import.meta.main) {
  const dist = join(import.meta.dirname, 'dist')
  await rm(dist, { recursive: true, force: true })
  const hosts = [...PUBLISHED_IDS, ...process.argv.slice(2)]
  for (const browser of ['chromium', 'firefox'] as const) {
    await buildCompanion({ browser, folder: join(dist, browser), hosts })
  }
}
