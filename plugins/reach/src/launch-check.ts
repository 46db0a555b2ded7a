/** What must not stand in a link that is handed to a program on this machine (CVE-2020-13699). @module */
import { PluginError } from '@joinery/sdk'

const MAX_LENGTH = 2048
const MAX_LAYERS = 5
const SCHEME = /^teamviewerapi:/
// White space, controls, quotes and backslashes, their wide forms too: Windows may turn those into the plain ones.
const DANGEROUS = /[\s\p{Cc}\p{Cf}\p{Quotation_Mark}`´\\＼]/u
// The same as percent-encoded bytes, which need not be well-formed UTF-8.
const DANGEROUS_BYTE = /%(?:[01][0-9a-f]|2[027]|5c|60|7f)/i
// A space as forms write it, and then an option.
const OPTION_AFTER_PLUS = /\+--/

/**
 * Returns a completed link that is safe to launch.
 *
 * @throws PluginError `unsafe` for another scheme, or what could become an argument of the program.
 */
export function expectLaunchable(link: string): string {
  if (SCHEME.test(link) && link.length <= MAX_LENGTH && layersOf(link).every(isHarmless)) return link
  throw new PluginError('unsafe', {
    en: 'TeamViewer’s link contains what must not be handed to a program. Nothing was opened.',
    de: 'TeamViewers Link enthält, was keinem Programm übergeben werden darf. Es wurde nichts geöffnet.',
  })
}

function isHarmless(text: string): boolean {
  return !DANGEROUS.test(text) && !DANGEROUS_BYTE.test(text) && !OPTION_AFTER_PLUS.test(text)
}

/** The link, and what comes of it when it is decoded again and again. */
function layersOf(link: string): readonly string[] {
  const layers = [link]
  for (let layer = link; layers.length <= MAX_LAYERS && layer.includes('%'); ) {
    layer = decoded(layer)
    if (layer === layers.at(-1)) break
    layers.push(layer)
  }
  return layers
}

/** Percent-decodes every run of bytes that is UTF-8, and leaves the others. */
function decoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => {
    try {
      return decodeURIComponent(bytes)
    } catch {
      return bytes.replace(/%25/gi, '%')
    }
  })
}
