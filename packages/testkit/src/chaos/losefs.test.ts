import { mkdir, open, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LosingDisk, losingDisk, whyNoLosefs } from './losefs.ts'

const missing = whyNoLosefs()
const on = test.skipIf(missing !== null)
let disk: LosingDisk
beforeAll(async () => {
  if (missing === null) disk = await losingDisk(7)
})
afterAll(() => disk?.close())

async function put(path: string, bytes: Uint8Array, sync: boolean, flags = 'a') {
  const file = await open(path, flags)
  await file.write(bytes)
  if (sync) await file.datasync()
  await file.close()
}
async function syncFolder(path: string) {
  const folder = await open(path, 'r')
  await folder.sync()
  await folder.close()
}

on('F-06 a power cut keeps exactly what was fsynced, to the byte', async () => {
  const path = join(disk.path, 'log')
  await put(path, new Uint8Array(300_000).fill(1), true)
  await syncFolder(disk.path)
  await put(path, new Uint8Array(50_000).fill(2), false)
  expect((await readFile(path)).length).toBe(350_000)
  expect(await disk.cut()).toBe(1)
  const after = await readFile(path)
  expect(after.length).toBe(300_000)
  expect(after.every((byte) => byte === 1)).toBe(true)
})

on('F-06 a new name without an fsync of its directory is gone, though its bytes were fsynced', async () => {
  await mkdir(join(disk.path, 'spool'))
  await syncFolder(disk.path)
  await put(join(disk.path, 'spool', 'kept'), new Uint8Array(10), true)
  await syncFolder(join(disk.path, 'spool'))
  await put(join(disk.path, 'spool', 'lost'), new Uint8Array(10), true)
  await disk.cut()
  expect((await readFile(join(disk.path, 'spool', 'kept'))).length).toBe(10)
  await expect(readFile(join(disk.path, 'spool', 'lost'))).rejects.toThrow('ENOENT')
})

on('F-06 a rename that was not fsynced is undone', async () => {
  await writeFile(join(disk.path, 'a'), 'old')
  await put(join(disk.path, 'a'), Buffer.from('!'), true)
  await syncFolder(disk.path)
  await rename(join(disk.path, 'a'), join(disk.path, 'b'))
  await disk.cut()
  expect(await readFile(join(disk.path, 'a'), 'utf8')).toBe('old!')
})

on('F-06 a torn cut keeps a beginning of the unsynced writes and nothing else', async () => {
  const path = join(disk.path, 'torn')
  await put(path, new Uint8Array(1000).fill(1), true)
  await syncFolder(disk.path)
  const file = await open(path, 'a')
  for (let i = 2; i < 12; i++) await file.write(new Uint8Array(1000).fill(i))
  await file.close()
  await disk.cut('torn')
  const after = await readFile(path)
  expect(after.length).toBeGreaterThanOrEqual(1000)
  expect(after.length).toBeLessThan(11_000)
  after.forEach((byte, at) => {
    expect(byte).toBe(Math.floor(at / 1000) + 1)
  })
})
