/** Checks parts of a policy, and notes the paths of what has not the form. @module */
import * as v from 'valibot'

/** A value as far as it has the shape; where it has not, the path of what is wrong joins the faults. */
export function partOf<Shape extends v.GenericSchema>(
  faults: string[],
  path: string,
  value: unknown,
  shape: Shape,
): v.InferOutput<Shape> | undefined {
  const checked = v.safeParse(shape, value)
  if (checked.success) return checked.output
  faults.push(pathOf(path, v.getDotPath(checked.issues[0]) ?? ''))
  return undefined
}

/** Notes names that mean nothing: most are misspelt. */
export function noteUnknown(faults: string[], path: string, value: unknown, known: object): void {
  const unknown = Object.keys(Object(value)).filter((name) => !Object.hasOwn(known, name))
  faults.push(...unknown.map((name) => pathOf(path, name)))
}

function pathOf(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('.')
}
