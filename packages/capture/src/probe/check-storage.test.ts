import { afterEach, expect, test, vi } from 'vitest'
import { checkStorage } from './check-storage.ts'

afterEach(() => vi.unstubAllGlobals())

const disk = (persist: () => Promise<boolean>) =>
  vi.stubGlobal('navigator', {
    storage: {
      persist,
      getDirectory: async () => ({}),
      estimate: async () => ({ quota: 8e9, usage: 1e9 }),
    },
  })

test('a browser that asks the person about storage and gets no answer does not keep the check waiting', async () => {
  disk(() => new Promise(() => {}))
  expect(await checkStorage()).toEqual({ ok: true, facts: { freeBytes: 7e9, persistent: false } })
})

test('an answer that comes is taken', async () => {
  disk(async () => true)
  expect(await checkStorage()).toMatchObject({ ok: true, facts: { persistent: true } })
})
