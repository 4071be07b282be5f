import { readMe, signIn } from '@ochno/contract/sign-in'
import { hashProcess, passwordCosts } from '@ochno/server/adapters/argon2/passwords'
import { Client } from '@ochno/testkit/client'
import { bootServer, type TestPerson, type TestServer } from '@ochno/testkit/server'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer
const pupils: TestPerson[] = []
beforeAll(async () => {
  server = await bootServer({ passwordCosts })
  for (let i = 0; i < 20; i++) pupils.push(await server.person('examinee'))
}, 120_000)
afterAll(() => server.stop())

test('F-16 two hundred sign-ins at once: everybody is let in or told to wait, nothing fails, nothing else stops', async () => {
  const storm = Promise.all(
    Array.from({ length: 200 }, (_, i) => {
      const { login, password } = pupils[i % pupils.length] as TestPerson
      return new Client(server.url).call(signIn, { body: { login, password } })
    }),
  )
  // What does not hash goes on meanwhile, in the order it was asked.
  let others = 0
  let over = false
  void storm.then(() => {
    over = true
  })
  while (!over) {
    expect((await server.admin.client.call(readMe, {})).status).toBe(200)
    others++
  }
  const replies = await storm
  expect(others).toBeGreaterThan(10)
  expect(new Set(replies.map((reply) => reply.status))).toSatisfy((seen: Set<number>) =>
    [...seen].every((status) => [200, 429].includes(status)),
  )
  // A person's own parallel attempts may meet the limit of one account; no person is shut out.
  const inside = new Set(
    replies.flatMap((reply, i) => (reply.status === 200 ? [pupils[i % pupils.length]?.id] : [])),
  )
  expect(inside.size).toBe(pupils.length)
})

test('B-20 no more than five hundred wait; the next is told to come again, and all who wait are served', async () => {
  const cheap = { memoryCost: 1024, timeCost: 1, parallelism: 1 }
  const hashing = hashProcess('cGVwcGVy', () => false, { staff: cheap, pupil: cheap })
  const asked = Array.from({ length: 600 }, () => hashing.hash('облако и маяк', 'pupil'))
  const made = await Promise.all(asked)
  const busy = made.filter((one) => one === 'busy')
  expect(busy).toHaveLength(600 - 500 - 2)
  const [hash] = made
  expect(await hashing.verify(hash ?? '', 'облако и маяк', 'pupil')).toBe(true)
  expect(await hashing.verify(hash ?? '', 'облако и туман', 'pupil')).toBe(false)
  expect(await hashing.verify(null, 'облако и маяк', 'pupil')).toBe(false)
  hashing.stop()
})

test('B-20 a hash made under another pepper is worth nothing', async () => {
  const cheap = { memoryCost: 1024, timeCost: 1, parallelism: 1 }
  const one = hashProcess('b25l', () => false, { staff: cheap, pupil: cheap })
  const two = hashProcess('dHdv', () => false, { staff: cheap, pupil: cheap })
  const hash = await one.hash('облако и маяк', 'pupil')
  expect([
    await one.verify(hash, 'облако и маяк', 'pupil'),
    await two.verify(hash, 'облако и маяк', 'pupil'),
  ]).toEqual([true, false])
  one.stop()
  two.stop()
})
