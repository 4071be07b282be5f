import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import type { ObjectStore } from '../../ports/objects.ts'
import { blockBatch, createBlockFile, openBlockFile, readBlocks } from '../block-io/block-file.ts'

const ASIDE = '.tmp'
/** Written at once; an object may be larger than what there is memory for. */
const PIECE = 1 << 20

/** What a crash left half-written was never linked to a name. Only the server, which writes here alone, may sweep. */
export const sweepUnfinished = (root: string): Promise<void> =>
  rm(join(root, ASIDE), { recursive: true, force: true })

/** Objects as files: written aside, synced, linked to their name (which fails where the name is taken), folder synced. */
export async function diskObjects(root: string): Promise<ObjectStore> {
  const aside = join(root, ASIDE)
  await mkdir(aside, { recursive: true })
  const batch = blockBatch(PIECE)
  let turn: Promise<unknown> = Promise.resolve()

  /** One at a time: the memory is shared. */
  function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
    const mine = turn.then(async () => {
      const file = await createBlockFile(path)
      try {
        for (let at = 0; at < bytes.length; at += PIECE) {
          batch.clear()
          batch.add([bytes.subarray(at, at + PIECE)])
          await batch.writeTo(file, at)
        }
        await file.truncate(bytes.length)
        await file.sync()
      } finally {
        await file.close()
      }
    })
    turn = mine.catch(() => {})
    return mine
  }

  return {
    put: async (key, bytes) => {
      const target = pathOf(root, key)
      const temporary = join(aside, randomBytes(12).toString('hex'))
      await ensureFolder(dirname(target), root)
      try {
        await writeSynced(temporary, bytes)
        await link(temporary, target)
        await syncFolder(dirname(target))
        return 'stored'
      } catch (cause) {
        if (codeOf(cause) === 'EEXIST') return 'exists'
        throw cause
      } finally {
        await rm(temporary, { force: true })
      }
    },
    get: async (key, from = 0, to) => {
      const file = await open(pathOf(root, key), 'r').catch(orNull)
      if (!file) return null
      try {
        const end = Math.min(to ?? Number.MAX_SAFE_INTEGER, (await file.stat()).size)
        const bytes = new Uint8Array(Math.max(0, end - from))
        await file.read(bytes, 0, bytes.length, from)
        return bytes
      } finally {
        await file.close()
      }
    },
    holds: async (key, bytes) => {
      const file = await openBlockFile(pathOf(root, key)).catch(orNull)
      if (!file) return false
      try {
        if ((await file.stat()).size !== bytes.length) return false
        return await readBlocks(
          file,
          0,
          bytes.length,
          (piece, from) => Buffer.compare(piece, bytes.subarray(from, from + piece.length)) === 0,
        )
      } finally {
        await file.close()
      }
    },
    async *list(prefix) {
      for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue
        const path = join(entry.parentPath, entry.name)
        const key = relative(root, path).split(sep).join('/')
        if (key.startsWith(`${ASIDE}/`) || !key.startsWith(prefix)) continue
        yield { key, bytes: (await stat(path)).size }
      }
    },
    remove: async (key) => {
      const target = pathOf(root, key)
      await rm(target, { force: true })
      await syncFolder(dirname(target)).catch(orNull)
    },
  }
}

function pathOf(root: string, key: string): string {
  if (!/^[\w-]+(\/[\w.-]+)*$/.test(key) || key.includes('..')) throw new Error('not an object key')
  return join(root, ...key.split('/'))
}

/** Each new folder's name must be durable in its parent before anything in it counts. */
async function ensureFolder(dir: string, root: string): Promise<void> {
  const made = await mkdir(dir, { recursive: true })
  if (!made) return
  for (
    let at = dir;
    at.length >= Math.min(made.length, root.length) && at !== dirname(root);
    at = dirname(at)
  )
    await syncFolder(at)
}

async function syncFolder(dir: string): Promise<void> {
  const folder = await open(dir, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

const codeOf = (cause: unknown) => (cause as NodeJS.ErrnoException).code

function orNull(cause: unknown): null {
  if (codeOf(cause) === 'ENOENT') return null
  throw cause
}
