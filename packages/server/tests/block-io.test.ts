import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { alignedBytes, BLOCK, blocksFor, lender } from '@ochno/server/adapters/block-io/aligned'
import {
  blockBatch,
  createBlockFile,
  openBlockFile,
  readBlocks,
} from '@ochno/server/adapters/block-io/block-file'
import { afterAll, beforeAll, expect, test } from 'vitest'

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ochno-blocks-'))
})
afterAll(() => rm(dir, { recursive: true }))

async function readAll(path: string, at: number, length: number): Promise<Buffer | null> {
  const out = Buffer.alloc(length)
  const file = await openBlockFile(path)
  try {
    const whole = await readBlocks(file, at, length, (bytes, from) => {
      out.set(bytes, from)
      return true
    })
    return whole ? out : null
  } finally {
    await file.close()
  }
}

test('ING-30 batches of any length begin on a block and are read back to the byte from any place', async () => {
  const path = join(dir, 'spool')
  const file = await createBlockFile(path)
  // Pieces of two pages, so that most batches need more than one write.
  const batch = blockBatch(2 * 65_536)
  let at = 0
  const kept: { at: number; bytes: Buffer }[] = []
  for (const sizes of [[1], [12, 100_000, 16], [4096], [131_072, 1], [0, 70_000, 70_000, 5], [3 << 20]]) {
    const pieces = sizes.map((size) => randomBytes(size))
    batch.clear()
    const begun = pieces.map((piece) => batch.add([piece]))
    expect(begun).toEqual(sizes.map((_, i) => sizes.slice(0, i).reduce((sum, size) => sum + size, 0)))
    const bytes = Buffer.concat(pieces)
    // What was brought is copied: its owner may use the memory for something else before the write.
    for (const piece of pieces) piece.fill(0)
    const written = await batch.writeTo(file, at)
    expect(written).toBe(blocksFor(bytes.length))
    kept.push({ at, bytes })
    at += written
  }
  await file.datasync()
  await file.close()
  for (const { at: begun, bytes } of kept) {
    expect(await readAll(path, begun, bytes.length)).toEqual(bytes)
    const middle = Math.floor(bytes.length / 3)
    expect(await readAll(path, begun + middle, bytes.length - middle)).toEqual(bytes.subarray(middle))
  }
  expect(await readAll(path, at - 10, 11)).toBeNull()
  const whole = await readFile(path)
  expect([whole.length, whole.length % BLOCK]).toEqual([at, 0])
})

test('a file that is there is not written over', async () => {
  const path = join(dir, 'once')
  await (await createBlockFile(path)).close()
  await expect(createBlockFile(path)).rejects.toMatchObject({ code: 'EEXIST' })
})

test('lent memory is used by one at a time and comes back after a failure', async () => {
  const { borrow } = lender(2, 65_536)
  let [inside, most] = [0, 0]
  const seen = new Set<Uint8Array>()
  const tries = Array.from({ length: 20 }, (_, i) =>
    borrow(async (memory) => {
      seen.add(memory)
      most = Math.max(most, ++inside)
      await new Promise((resolve) => setImmediate(resolve))
      inside -= 1
      if (i % 3 === 0) throw new Error('no')
    }),
  )
  const ended = await Promise.allSettled(tries)
  expect(ended.filter(({ status }) => status === 'rejected')).toHaveLength(7)
  expect([most, seen.size, inside]).toEqual([2, 2, 0])
})

test('aligned memory is as long as asked and of its own', () => {
  const [a, b] = [alignedBytes(100_000), alignedBytes(100_000)]
  a.fill(1)
  expect([a.length >= 100_000, b[0]]).toEqual([true, 0])
})
