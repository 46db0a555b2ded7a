/** Building nodes: text is always text here, never markup. @module */

/**
 * An element with attributes and children. An attribute that is undefined, null or false is left out; true gives an
 * empty one. Children that are undefined, null or false are left out.
 */
export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name)
  setAttributes(node, attributes)
  node.append(...children.flat().filter((child) => child !== undefined && child !== null && child !== false))
  return node
}

/** Sets or removes each attribute of an element that is there already. */
export function setAttributes(node, attributes) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) node.removeAttribute(key)
    else node.setAttribute(key, value === true ? '' : value)
  }
}
