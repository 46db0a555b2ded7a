/** Who may ask: the ids of Joinery. @module */

declare const JOINERY_IDS: readonly string[]

/** Put in by the build: Joinery has another id in each browser, and a third one where it is loaded from a folder. */
export const hosts: readonly string[] = JOINERY_IDS
