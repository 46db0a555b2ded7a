/** `joinery-plugin dev`: the workbench of a plugin, a page on this machine. @module */
import { openWorkbench } from '../workbench/server.ts'
import type { Surroundings } from './main.ts'

/** Opens the workbench, prints its address, and resolves when it is ended. */
export async function develop(
  name: string,
  live: boolean,
  { folder, print, note, signal }: Surroundings,
): Promise<number> {
  await using workbench = await openWorkbench({ name, folder, live })
  print(workbench.address)
  note(
    live
      ? 'Tasks reach the network where you say so (--live). Ctrl+C ends it.'
      : 'Nothing reaches the network. Ctrl+C ends it.',
  )
  await new Promise<void>((resolve) => {
    if (signal?.aborted) resolve()
    signal?.addEventListener('abort', () => resolve())
  })
  return 0
}
