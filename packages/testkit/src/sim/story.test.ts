import { afterAll, beforeAll, expect, test } from 'vitest'
import { modelDoor, type Sin } from './model-door.ts'
import { story } from './story.ts'
import { instantCrypto } from './subtle.ts'

let realCrypto: () => void
beforeAll(() => {
  realCrypto = instantCrypto()
})
afterAll(() => realCrypto())

const tell = (seed: number, sin: Sin, tracing = false) =>
  story(
    seed,
    async (world, weather) => {
      const { door, rows } = modelDoor(world, weather, sin)
      return { door, trouble: () => undefined, calm: () => undefined, found: async () => ({ rows: rows() }) }
    },
    tracing,
  )

test('R-1 the real uploader and outbox bring everything to an honest server, whatever the line and the browser do', async () => {
  for (let seed = 1; seed <= 300; seed++)
    expect((await tell(seed, 'none')).violations, `seed ${seed}`).toEqual([])
})

test('R-1 one seed is one history', async () => {
  const [one, two] = [await tell(17, 'none', true), await tell(17, 'none', true)]
  expect(one.world.trace.length).toBeGreaterThan(20)
  expect(two.world.trace).toEqual(one.world.trace)
})

for (const sin of ['forgets', 'signs anew', 'keeps the newer'] as const)
  test(`R-1 the simulation finds a server that ${sin}`, async () => {
    for (let seed = 1; seed <= 500; seed++) if ((await tell(seed, sin)).violations.length > 0) return
    expect.fail('not found in 500 seeds')
  })
