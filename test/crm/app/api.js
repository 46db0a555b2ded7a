/** Requests to the server's JSON interface. @module */

/** Reads a record or a page of a list; rejects with a sentence for the user. */
export async function load(path, signal) {
  return readAnswer(await fetch(path, { signal, headers: { Accept: 'application/json' } }))
}

/** Changes fields of a contact. */
export async function save(path, fields) {
  return readAnswer(
    await fetch(path, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(fields),
    }),
  )
}

async function readAnswer(response) {
  const value = await response.json()
  if (!response.ok) throw new Error(value.error ?? `The server answered ${response.status}.`)
  return value
}
