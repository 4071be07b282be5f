// Copies files and remembers what they were, so that a restore can tell a whole backup from a damaged one.
import { createHash } from 'node:crypto'
import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'

export type CopiedFile = { readonly path: string; readonly bytes: number; readonly sha256: string }

const CHUNK = 1024 * 1024

/** Null when the file is gone. With `sync` the copy is on the disk when this returns. */
export async function copyFile(
  from: string,
  to: string,
  sync: boolean,
): Promise<Omit<CopiedFile, 'path'> | null> {
  const source = await open(from, 'r').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return null
    throw cause
  })
  if (!source) return null
  try {
    await mkdir(dirname(to), { recursive: true, mode: 0o700 })
    const target = await open(to, 'wx', 0o600)
    try {
      const read = await pass(source, (chunk) => target.writeFile(chunk))
      if (sync) await target.sync()
      return read
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}

export async function fingerprintOf(path: string): Promise<Omit<CopiedFile, 'path'> | null> {
  const file = await open(path, 'r').catch(() => null)
  if (!file) return null
  return pass(file, async () => {}).finally(() => file.close())
}

type Source = Awaited<ReturnType<typeof open>>

async function pass(
  file: Source,
  each: (chunk: Uint8Array) => Promise<unknown>,
): Promise<Omit<CopiedFile, 'path'>> {
  const hash = createHash('sha256')
  const buffer = new Uint8Array(CHUNK)
  let bytes = 0
  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, CHUNK, bytes)
    if (bytesRead === 0) return { bytes, sha256: hash.digest('hex') }
    const chunk = buffer.subarray(0, bytesRead)
    hash.update(chunk)
    await each(chunk)
    bytes += bytesRead
  }
}
