// ING-30: one append-only file per node at a time; a batch begins on a block of the disk and is one write and one fdatasync.
import { type FileHandle, mkdir, open, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Place, type Spool, type SpoolBatch, SpoolFull } from '../../ports/ingest.ts'
import {
  type BlockBatch,
  blockBatch,
  createBlockFile,
  openBlockFile,
  readBlocks,
} from '../block-io/block-file.ts'

export type SpoolFiles = Spool & {
  /** Ids of files that can still be appended to or read, oldest first. */
  readonly files: () => Promise<readonly number[]>
  readonly current: () => number | null
  /** Deletes a file nothing refers to any more (ING-32). */
  readonly drop: (spoolId: number) => Promise<void>
  readonly close: () => Promise<void>
}

export type SpoolOptions = {
  readonly dir: string
  readonly fileBytes: number
  /** Only the negative control of F-06 replaces it: a spool that does not sync loses what it acknowledged. */
  readonly sync?: (file: FileHandle) => Promise<void>
}

type Open = { readonly id: number; readonly file: FileHandle; size: number }

const name = (id: number) => `${String(id).padStart(12, '0')}.spool`
const idOf = (file: string): number => Number(/^(\d{12})\.spool$/.exec(file)?.[1] ?? Number.NaN)

export async function openSpool({
  dir,
  fileBytes,
  sync = (file) => file.datasync(),
}: SpoolOptions): Promise<SpoolFiles> {
  await mkdir(dir, { recursive: true })
  const ids = async () =>
    (await readdir(dir))
      .map(idOf)
      .filter(Number.isInteger)
      .sort((a, b) => a - b)
  let nextId = ((await ids()).at(-1) ?? 0) + 1
  let current: Open | null = null
  const reader = spoolReader(dir)
  /** Batches whose bytes are on the disk, ready to be filled again: their memory lives as long as the server. */
  const spare: BlockBatch[] = []
  const memoryOf = new WeakMap<SpoolBatch, BlockBatch>()

  /** Never continues a file of an earlier life: its tail may be torn. */
  async function begin(): Promise<Open> {
    const id = nextId
    nextId += 1
    const file = await createBlockFile(join(dir, name(id)))
    // Without this the file's bytes may survive a power cut and its name may not.
    const folder = await open(dir, 'r')
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
    return { id, file, size: 0 }
  }

  function newBatch(): SpoolBatch {
    const memory = spare.pop() ?? blockBatch()
    const batch: SpoolBatch = {
      add: (pieces) => {
        if (!memoryOf.has(batch)) throw new Error('this batch is being written')
        return memory.add(pieces)
      },
    }
    memoryOf.set(batch, memory)
    return batch
  }

  async function append(batch: SpoolBatch): Promise<Place> {
    const memory = memoryOf.get(batch)
    if (!memory) throw new Error('a batch is written once')
    memoryOf.delete(batch)
    try {
      return await write(memory)
    } finally {
      memory.clear()
      spare.push(memory)
    }
  }

  async function write(memory: BlockBatch): Promise<Place> {
    current ??= await begin().catch(rethrow)
    const target = current
    const begun = target.size
    try {
      target.size += await memory.writeTo(target.file, target.size)
      await sync(target.file)
    } catch (cause) {
      // After a failed fsync the kernel may have dropped the pages and say so only once: the file is never trusted again.
      current = null
      await target.file.close().catch(() => {})
      return rethrow(cause)
    }
    if (target.size >= fileBytes) {
      current = null
      await target.file.close()
    }
    return { spoolId: target.id, at: begun }
  }

  return {
    newBatch,
    append,
    read: reader.read,
    files: ids,
    current: () => current?.id ?? null,
    drop: async (id) => {
      await reader.let(id)
      await rm(join(dir, name(id)), { force: true })
    },
    close: async () => {
      await current?.file.close()
      current = null
      await reader.close()
    },
  }
}

/** Reads what is durable; also for those who only look. */
export function spoolReader(dir: string) {
  const files = new Map<number, Promise<FileHandle>>()
  const fileOf = (id: number): Promise<FileHandle> => {
    const found = files.get(id) ?? openBlockFile(join(dir, name(id)))
    files.set(id, found)
    found.catch(() => files.delete(id))
    return found
  }
  const letGo = async (id: number): Promise<void> => {
    const file = files.get(id)
    files.delete(id)
    await (await file?.catch(() => undefined))?.close()
  }
  return {
    read: async (
      { spoolId, at }: Place,
      bytes: number,
      out: Uint8Array = new Uint8Array(bytes),
    ): Promise<Uint8Array> => {
      const file = await fileOf(spoolId)
      const whole = await readBlocks(file, at, bytes, (piece, from) => {
        out.set(piece, from)
        return true
      })
      if (!whole) throw new Error(`spool ${spoolId} ends before ${at + bytes}`)
      return out
    },
    let: letGo,
    close: async (): Promise<void> => {
      for (const id of [...files.keys()]) await letGo(id)
    },
  }
}

function rethrow(cause: unknown): never {
  const code = (cause as NodeJS.ErrnoException).code
  if (code === 'ENOSPC' || code === 'EDQUOT') throw new SpoolFull('the disk of the spool is full', { cause })
  throw cause
}
