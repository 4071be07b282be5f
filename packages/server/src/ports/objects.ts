/** The object store: every key is written once and never changed; it and the database are the truth. */
export type ObjectStore = {
  /** `exists`: the key was already there, and nothing was changed. Resolves only when the bytes are durable. */
  readonly put: (key: string, bytes: Uint8Array) => Promise<'stored' | 'exists'>
  /** Bytes [from, to) of the object, all of it when no range is given; null when there is no such object. */
  readonly get: (key: string, from?: number, to?: number) => Promise<Uint8Array | null>
  /** Reads it back from where it lies: true when it is exactly these bytes. */
  readonly holds: (key: string, bytes: Uint8Array) => Promise<boolean>
  readonly list: (prefix: string) => AsyncIterable<{ readonly key: string; readonly bytes: number }>
  /** Only destruction of a recording and the tests of fsck delete. */
  readonly remove: (key: string) => Promise<void>
}
