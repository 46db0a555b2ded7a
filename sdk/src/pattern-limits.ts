/** How much of a text reaches a plugin's own expressions: what is slow on a long text ends on a short one. @module */

/** Characters of a text, a field's value or a link's path; longer ones are refused, or looked at so far. */
export const MOST_MATCHED = 2000

/** Characters of a link. */
export const MOST_LINK_LENGTH = 8192
