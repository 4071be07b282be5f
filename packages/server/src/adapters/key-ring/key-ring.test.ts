import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { utf8 } from '@ochno/evidence/bytes'
import { keyUses, verifySignature } from '@ochno/evidence/keys'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openKeyRing } from './key-ring.ts'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ochno-keys-'))
})
afterEach(() => rm(dir, { recursive: true }))

test('E-04 three keys for three uses, the same after a restart, private parts readable by their owner alone', async () => {
  const ring = await openKeyRing(dir, () => 5)
  expect(ring.publicKeys().map(({ use }) => use)).toEqual(keyUses)
  expect(new Set(ring.publicKeys().map(({ id }) => id)).size).toBe(3)
  const again = await openKeyRing(dir, () => 6)
  expect(again.publicKeys()).toEqual(ring.publicKeys())
  for (const file of await readdir(join(dir, 'private')))
    expect((await stat(join(dir, 'private', file))).mode & 0o777).toBe(0o400)
})

test('E-04 after a rotation both the old and the new signature verify, with the public keys that were kept', async () => {
  let now = 1
  const ring = await openKeyRing(dir, () => now)
  const before = ring.sign('manifest', utf8('before'))
  now = 2
  await ring.rotate('manifest')
  const after = ring.sign('manifest', utf8('after'))
  const reopened = await openKeyRing(dir, () => 3)
  const keys = reopened.publicKeys()
  expect(keys.filter(({ use }) => use === 'manifest').map(({ until_ms }) => until_ms)).toEqual([2, null])
  for (const [signed, text] of [
    [before, 'before'],
    [after, 'after'],
  ] as const) {
    const key = keys.find(({ id }) => id === signed.keyId)
    expect(key && (await verifySignature(key, utf8(text), signed.signature))).toBe(true)
    expect(key && (await verifySignature(key, utf8('other'), signed.signature))).toBe(false)
  }
  expect(await readdir(join(dir, 'private'))).toHaveLength(3)
})

test('E-04 a damaged list of keys stops the start instead of making new keys', async () => {
  await openKeyRing(dir, () => 1)
  await writeFile(join(dir, 'ring.json'), '[{"id":"x"}]')
  await expect(openKeyRing(dir, () => 2)).rejects.toThrow('ring.json is damaged')
})
