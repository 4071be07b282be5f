// Direct I/O wants memory that begins on a block of the disk; only WebAssembly memory promises that to JavaScript.
export const BLOCK = 4096
const PAGE = 65_536

// The types of Node leave it to the DOM.
declare const WebAssembly: {
  readonly Memory: new (size: {
    readonly initial: number
    readonly maximum: number
  }) => { readonly buffer: ArrayBuffer }
}

export const blocksFor = (bytes: number): number => Math.ceil(bytes / BLOCK) * BLOCK

export const alignedBytes = (bytes: number): Uint8Array => {
  const pages = Math.ceil(bytes / PAGE)
  return new Uint8Array(new WebAssembly.Memory({ initial: pages, maximum: pages }).buffer)
}

/** Lends few pieces of memory to many, in turn: a recording must not make the memory grow with the number of readers. */
export function lender(count: number, bytes: number) {
  const free: Uint8Array[] = []
  const waiting: ((memory: Uint8Array) => void)[] = []
  let made = 0
  const take = (): Uint8Array | Promise<Uint8Array> => {
    const found = free.pop()
    if (found) return found
    if (made < count) {
      made += 1
      return alignedBytes(bytes)
    }
    return new Promise((resolve) => waiting.push(resolve))
  }
  const give = (memory: Uint8Array): void => {
    const next = waiting.shift()
    if (next) next(memory)
    else free.push(memory)
  }
  return {
    borrow: async <T>(use: (memory: Uint8Array) => Promise<T>): Promise<T> => {
      const memory = await take()
      try {
        return await use(memory)
      } finally {
        give(memory)
      }
    },
  }
}
