// One suite for every object store; the S3 adapter runs it against a real store when one is named (tests/support/object-stores.ts).
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { objectStores } from './support/object-stores.ts'

for (const { name, open, skip } of objectStores)
  describe.skipIf(skip)(`an object store: ${name}`, () => {
    let store: Awaited<ReturnType<typeof open>>
    beforeAll(async () => {
      store = await open()
    }, 120_000)
    afterAll(() => store.close())
    const key = () => `m/test/${randomBytes(8).toString('hex')}`

    test('ING-31 gives back what was put, whole and by range', async () => {
      const at = key()
      const bytes = new Uint8Array(randomBytes(100_000))
      expect(await store.objects.put(at, bytes)).toBe('stored')
      expect(await store.objects.get(at)).toEqual(bytes)
      expect(await store.objects.get(at, 10, 2010)).toEqual(bytes.subarray(10, 2010))
      expect(await store.objects.get(at, 99_990)).toEqual(bytes.subarray(99_990))
    })

    test('ING-31 a key is written once: the second put changes nothing', async () => {
      const at = key()
      await store.objects.put(at, new Uint8Array([1, 2, 3]))
      expect(await store.objects.put(at, new Uint8Array([9, 9]))).toBe('exists')
      expect(await store.objects.get(at)).toEqual(new Uint8Array([1, 2, 3]))
    })

    test('of twenty puts of one key at once exactly one wins, and its bytes stay', async () => {
      const at = key()
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, i) => store.objects.put(at, new Uint8Array([i]))),
      )
      const winner = results.indexOf('stored')
      expect(results.filter((result) => result === 'stored')).toHaveLength(1)
      expect(await store.objects.get(at)).toEqual(new Uint8Array([winner]))
    })

    test('what is not there is null, and listing names what is', async () => {
      expect(await store.objects.get(key())).toBeNull()
      const folder = `m/${randomBytes(6).toString('hex')}`
      await store.objects.put(`${folder}/0`, new Uint8Array(5))
      await store.objects.put(`${folder}/1`, new Uint8Array(7))
      const found = []
      for await (const each of store.objects.list(`${folder}/`)) found.push(each)
      expect(found.sort((a, b) => a.bytes - b.bytes)).toEqual([
        { key: `${folder}/0`, bytes: 5 },
        { key: `${folder}/1`, bytes: 7 },
      ])
      await store.objects.remove(`${folder}/0`)
      expect(await store.objects.get(`${folder}/0`)).toBeNull()
    })
  })
