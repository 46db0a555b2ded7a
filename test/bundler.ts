/** Bundles modules as the extension's build does. @module */
import { type Bundler, loadBundler as loadBundlerOf } from '../sdk/src/command/bundler.ts'

/** The bundler that Vite brings, which in turn comes with the test runner. */
export async function loadBundler(): Promise<Bundler> {
  const bundler = await loadBundlerOf([import.meta.dirname])
  if (bundler === undefined) throw new Error('No bundler is installed.')
  return bundler
}
