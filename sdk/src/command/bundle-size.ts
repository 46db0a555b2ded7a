/** What a plugin weighs as it ships: bundled from its package, minified, gzipped. @module */
import { gzipSync } from 'node:zlib'
import type { Bundler } from './bundler.ts'

/** Bytes, as the files of an extension have them and as they travel. */
export interface Weight {
  readonly minified: number
  readonly gzipped: number
}

/** What a plugin weighs. */
export interface BundleSize extends Weight {
  /** What of it is the SDK's, and that of the SDK's own libraries. */
  readonly sdk: Weight
  /** What it imports that could not be bundled, and is not counted. */
  readonly unbundled: readonly string[]
}

const SDK = /^@joinery\/sdk(\/|$)/
const ENTRY = '\0plugin'

/**
 * Bundles a plugin's default export, once with the SDK and once without.
 *
 * @throws whatever the bundler throws at code that it cannot read.
 */
export async function measureBundle(file: string, bundler: Bundler): Promise<BundleSize> {
  const whole = await bundled(file, bundler)
  const own = await bundled(file, bundler, SDK)
  const [all, rest] = [weightOf(whole.code), weightOf(own.code)]
  return {
    ...all,
    sdk: {
      // An import of the SDK may weigh more than what it brings.
      minified: Math.max(0, all.minified - rest.minified),
      gzipped: Math.max(0, all.gzipped - rest.gzipped),
    },
    unbundled: whole.imports,
  }
}

async function bundled(file: string, { rolldown }: Bundler, external?: RegExp) {
  const bundle = await rolldown({
    input: ENTRY,
    platform: 'browser',
    plugins: [hostsEntry(file)],
    // What cannot be resolved is left as an import, and told by `unbundled`.
    onLog: () => undefined,
    ...(external === undefined ? {} : { external }),
  })
  const { output } = await bundle.generate({ format: 'es', minify: true })
  await bundle.close?.()
  return {
    code: output.map(({ code = '' }) => code).join(''),
    imports: output.flatMap(({ imports = [] }) => imports),
  }
}

/** A host takes the default export alone, so that nothing else which a plugin's file exports is shipped. */
function hostsEntry(file: string): object {
  return {
    name: 'the entry of a host',
    resolveId: (id: string) => (id === ENTRY ? ENTRY : null),
    load: (id: string) => (id === ENTRY ? `export { default } from ${JSON.stringify(file)}` : null),
  }
}

function weightOf(code: string): Weight {
  return { minified: Buffer.byteLength(code), gzipped: gzipSync(code, { level: 9 }).length }
}
