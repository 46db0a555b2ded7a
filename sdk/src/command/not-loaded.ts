/** The error of a plugin that could not be loaded. @module */

/** The name of an error that says why a plugin could not be loaded. */
export const NotLoaded = 'NotLoaded'

/** An error of that name. */
export function notLoaded(message: string, cause?: unknown): Error {
  const error = new Error(message, { cause })
  error.name = NotLoaded
  return error
}
