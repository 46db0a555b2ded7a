/** Keeps Chromium from losing the database in the second start after a crash. @module */
import { deleteDB, openDB } from 'idb'

const DATABASE = 'joinery-fresh-log'
const STORE = 'filling'
// Together more than the 4 MiB after which LevelDB begins a new log; each small enough to go into the log itself.
const CHUNKS = 100
const CHUNK_BYTES = 48 * 1024

/**
 * Lets the storage engine begin a new log file; to be called once when the browser starts.
 *
 * A write that a crash cut off stands at the end of LevelDB's log. The next start passes it over and goes on writing behind
 * it; the start after that takes it for damage, and Chromium then removes all databases of the extension. A new log has
 * nothing cut off in it, and the old one is removed. All databases of an extension share one log.
 */
export async function beginFreshLog(): Promise<void> {
  const database = await openDB(DATABASE, 1, { upgrade: (opened) => void opened.createObjectStore(STORE) })
  const transaction = database.transaction(STORE, 'readwrite', { durability: 'relaxed' })
  // Random, since values are compressed before they are written.
  for (let chunk = 0; chunk < CHUNKS; chunk += 1) {
    void transaction.store.put(crypto.getRandomValues(new Uint8Array(CHUNK_BYTES)), chunk)
  }
  await transaction.done
  database.close()
  // The first write after it finds the log full.
  await deleteDB(DATABASE)
}
