/** The three functions of the Reflect metadata proposal that `@peculiar/x509` asks for; import before it. @module */

type Metadata = Map<unknown, unknown>

const metadataOfTarget = new WeakMap<object, Metadata>()

function defineMetadata(key: unknown, value: unknown, target: object): void {
  const metadata: Metadata = metadataOfTarget.get(target) ?? new Map()
  metadataOfTarget.set(target, metadata.set(key, value))
}

function getOwnMetadata(key: unknown, target: object): unknown {
  return metadataOfTarget.get(target)?.get(key)
}

function getMetadata(key: unknown, target: object): unknown {
  for (let owner: object | null = target; owner !== null; owner = Reflect.getPrototypeOf(owner)) {
    if (metadataOfTarget.get(owner)?.has(key)) return getOwnMetadata(key, owner)
  }
  return undefined
}

if (!('getMetadata' in Reflect)) Object.assign(Reflect, { defineMetadata, getMetadata, getOwnMetadata })
