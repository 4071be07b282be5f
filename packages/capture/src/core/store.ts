/** What the outbox needs of a disk. In the browser: OPFS sync access handles; in tests: memory that can lose and tear. */
export type StoreFile = {
  readonly size: () => number
  readonly read: (at: number, length: number) => Uint8Array
  readonly write: (at: number, bytes: Uint8Array) => void
  readonly truncate: (size: number) => void
  /** Returns when the bytes are on the disk. */
  readonly flush: () => void
  readonly close: () => void
}

export type Store = {
  readonly open: (name: string) => Promise<StoreFile>
  readonly names: () => Promise<readonly string[]>
  readonly remove: (name: string) => Promise<void>
}

export function memoryStore(): Store & { readonly files: Map<string, Uint8Array> } {
  const files = new Map<string, Uint8Array>()
  return {
    files,
    names: async () => [...files.keys()],
    remove: async (name) => {
      files.delete(name)
    },
    open: async (name) => {
      if (!files.has(name)) files.set(name, new Uint8Array(0))
      const get = () => files.get(name) ?? new Uint8Array(0)
      return {
        size: () => get().length,
        read: (at, length) => get().slice(at, at + length),
        write: (at, bytes) => {
          const old = get()
          const grown = new Uint8Array(Math.max(old.length, at + bytes.length))
          grown.set(old)
          grown.set(bytes, at)
          files.set(name, grown)
        },
        truncate: (size) => {
          files.set(name, get().slice(0, size))
        },
        flush: () => {},
        close: () => {},
      }
    },
  }
}
