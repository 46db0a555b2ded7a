/** What is used of des.js, which has no types of its own. @module */
declare module 'des.js' {
  interface Cipher {
    update(data: Uint8Array): number[]
    final(): number[]
  }
  interface Options {
    readonly type: 'encrypt' | 'decrypt'
    readonly key: Uint8Array
    readonly iv: Uint8Array
    readonly padding: false
  }
  class EDE {
    private constructor()
  }
  interface Des {
    readonly EDE: typeof EDE
    readonly CBC: { instantiate(base: typeof EDE): { create(options: Options): Cipher } }
  }
  const des: Des
  export default des
}
