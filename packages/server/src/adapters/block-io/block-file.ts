// Files written and read past the kernel's cache. What is recorded is read back once, to be sealed, and then for weeks by
// nobody: through the cache each byte would be copied twice more and push out what PostgreSQL needs (docs/adr/0023).
import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { alignedBytes, BLOCK, blocksFor, lender } from './aligned.ts'

const PIECE = 1 << 20
const scratch = lender(4, PIECE + BLOCK)

/** Where the file system does not know direct I/O the same file is opened through the cache: slower, nothing else. */
async function openDirect(path: string, flags: number, mode?: number): Promise<FileHandle> {
  try {
    return await open(path, flags | constants.O_DIRECT, mode)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EINVAL') throw cause
    return open(path, flags & ~constants.O_EXCL, mode)
  }
}

export const createBlockFile = (path: string): Promise<FileHandle> =>
  openDirect(path, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL, 0o600)

export const openBlockFile = (path: string): Promise<FileHandle> => openDirect(path, constants.O_RDONLY)

/** Bytes that will begin on a block of a file. They are copied when they come: whoever brought them need not keep them. */
export type BlockBatch = {
  readonly size: () => number
  /** Where the pieces begin in the batch. */
  readonly add: (pieces: readonly Uint8Array[]) => number
  /** Writes what was added at `at`, itself on a block; the last block is filled up with zeros. Resolves to the bytes written. */
  readonly writeTo: (file: FileHandle, at: number) => Promise<number>
  /** Empty again, in the same memory. */
  readonly clear: () => void
}

/** So many pieces keep their memory when a batch is emptied. */
const KEPT = 4

export function blockBatch(pieceBytes = 4 * PIECE): BlockBatch {
  const memory: Uint8Array[] = []
  let size = 0
  /** The rest of the piece that comes next. */
  const room = (): Uint8Array => {
    const no = Math.floor(size / pieceBytes)
    memory[no] ??= alignedBytes(pieceBytes)
    return (memory[no] as Uint8Array).subarray(size % pieceBytes, pieceBytes)
  }
  return {
    size: () => size,
    add: (pieces) => {
      const begun = size
      for (const piece of pieces)
        for (let from = 0; from < piece.length; ) {
          const to = room()
          const part = piece.subarray(from, from + to.length)
          to.set(part)
          size += part.length
          from += part.length
        }
      return begun
    },
    writeTo: async (file, at) => {
      for (let done = 0; done < size; done += pieceBytes) {
        const piece = memory[done / pieceBytes] as Uint8Array
        const filled = Math.min(size - done, pieceBytes)
        const length = blocksFor(filled)
        piece.fill(0, filled, length)
        await writeAll(file, piece.subarray(0, length), at + done)
      }
      return blocksFor(size)
    },
    clear: () => {
      size = 0
      memory.length = Math.min(memory.length, KEPT)
    },
  }
}

async function writeAll(file: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at + done)
    // A short write is rare (a full disk, a signal); the rest must begin on a block again.
    done += bytesWritten === bytes.length - done ? bytesWritten : Math.floor(bytesWritten / BLOCK) * BLOCK
    if (bytesWritten < BLOCK) throw Object.assign(new Error('nothing was written'), { code: 'ENOSPC' })
  }
}

/** Hands [at, at + length) over in pieces as they lie on the disk; false when the file ends before. */
export const readBlocks = (
  file: FileHandle,
  at: number,
  length: number,
  piece: (bytes: Uint8Array, from: number) => boolean,
): Promise<boolean> =>
  scratch.borrow(async (memory) => {
    for (let done = 0; done < length; ) {
      const [from, bytes] = [at + done, Math.min(length - done, PIECE)]
      const before = from % BLOCK
      const { bytesRead } = await file.read(memory, 0, blocksFor(before + bytes), from - before)
      if (bytesRead < before + bytes) return false
      if (!piece(memory.subarray(before, before + bytes), done)) return false
      done += bytes
    }
    return true
  })
