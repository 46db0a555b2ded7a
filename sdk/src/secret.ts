/** A value that shows itself to nobody by accident. @module */

/**
 * What a {@link Secret} shows wherever it is printed, joined or serialised.
 *
 * @example
 * String(new Secret('correct horse')) === SECRET_MASK // true
 */
export const SECRET_MASK = '[secret]'

/**
 * A password, token or key; `reveal()` is the one way to read it.
 *
 * Joined to a text, logged or put into JSON it stands as `[secret]`, and a link that contains that is refused by the host.
 *
 * @example
 * const companyPass = new Secret('correct horse')
 * `${companyPass}` // '[secret]'
 * companyPass.reveal() // 'correct horse'
 */
export class Secret {
  readonly #value: string

  constructor(value: string) {
    this.#value = value
  }

  /** The value itself: hash it, sign with it, never show it. */
  reveal(): string {
    return this.#value
  }

  toString(): string {
    return SECRET_MASK
  }

  toJSON(): string {
    return SECRET_MASK
  }

  // What Node's console prints.
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return SECRET_MASK
  }
}
