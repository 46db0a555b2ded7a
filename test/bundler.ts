/** Bundles modules as the extension's build does. @module */
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

/** As much of it as is used here. */
export interface Bundler {
  rolldown(options: { readonly input: string }): Promise<{
    generate(options: { readonly format: 'es'; readonly minify: boolean }): Promise<{
      readonly output: readonly { readonly code?: string }[]
    }>
  }>
}

/** The bundler that Vite brings, which in turn comes with the test runner. */
export async function loadBundler(): Promise<Bundler> {
  const runner = createRequire(import.meta.url).resolve('vitest/package.json')
  const vite = createRequire(runner).resolve('vite')
  const path = createRequire(vite).resolve('rolldown')
  return (await import(pathToFileURL(path).href)) as Bundler
}
