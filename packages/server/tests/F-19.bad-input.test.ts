// Bad input for every endpoint, generated from the contract's own schemas; the seed makes a run repeat itself.
import { createAct } from '@ochno/contract/acts'
import type { Route } from '@ochno/contract/route'
import { refusals } from '@ochno/contract/refusals'
import { bootServer, type TestPerson, type TestServer } from '@ochno/testkit/server'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'

const CASES = Number(process.env.FUZZ_CASES ?? 100)
const SEED = Number(process.env.FUZZ_SEED ?? 20261121)

let server: TestServer
let people: TestPerson[]
let ids: Record<string, string>
beforeAll(async () => {
  server = await bootServer()
  const mine = await server.running()
  const act = await server.admin.client.done(createAct, { body: { from: 'preset', preset: '004' } })
  people = [
    server.admin,
    mine.examinee,
    mine.proctors[0] as TestPerson,
    await server.person('commission'),
    await server.person('dpo'),
  ]
  ids = {
    sid: mine.id,
    eid: mine.exam,
    id: mine.examinee.id,
    proctor: mine.proctors[0]?.id ?? '',
    tid: 'cam',
    seq: '0',
    aid: act.id,
    other: act.id,
    key: 'appeal.filing_days',
  }
})
afterAll(() => server.stop())

const nasty = fc.oneof(
  fc.anything({ maxDepth: 3, withNullPrototype: false, withBigInt: false }),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom<unknown>(
    null,
    -1,
    1e308,
    Number.MAX_SAFE_INTEGER + 1,
    '',
    ' ',
    '\u0000',
    '\ud800',
    'x'.repeat(70_000),
    '../../etc/passwd',
    "'; drop table account; --",
    '{{7*7}}',
    '<script>alert(1)</script>',
    '2026-02-30T25:61:61Z',
    '9999-12-31T23:59:59.999999999+14:00',
    '-271821-04-20T00:00:00Z',
    'ses_aaaaaaaaaaaaaaaaaaaaaaaaaa',
    'acc_AAAAAAAAAAAAAAAAAAAAAAAAAA',
    '\u202Eevil',
    '👩‍👩‍👧‍👦'.repeat(50),
    [],
    {},
    [[[[[[[[[[]]]]]]]]]],
  ),
)

/** An object near what the schema asks for: some fields right in shape, some nasty, some missing, some nobody asked for. */
function near(schema: z.ZodType): fc.Arbitrary<unknown> {
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, { type?: string; enum?: unknown[] }>
  }
  const fields = Object.entries(shape.properties ?? {})
  const value = (of: { type?: string; enum?: unknown[] }): fc.Arbitrary<unknown> =>
    fc.oneof(
      { weight: 3, arbitrary: nasty },
      {
        weight: 2,
        arbitrary: of.enum
          ? fc.constantFrom(...of.enum)
          : of.type === 'integer' || of.type === 'number'
            ? fc.integer()
            : of.type === 'array'
              ? fc.array(nasty, { maxLength: 40 })
              : fc.oneof(
                  fc.string({ unit: 'grapheme', maxLength: 80 }),
                  fc.constantFrom(...Object.values(ids)),
                ),
      },
    )
  const object = fc.record(Object.fromEntries(fields.map(([name, of]) => [name, value(of)])), {
    requiredKeys: [],
  })
  const extra = fc.constantFrom<object>({}, { extra: 1 }, JSON.parse('{"__proto__": {"admin": true}}'), {
    constructor: { prototype: { admin: true } },
  })
  return fc.oneof(
    { weight: 6, arbitrary: fc.tuple(object, extra).map(([one, two]) => ({ ...one, ...two })) },
    { weight: 1, arbitrary: nasty },
  )
}

const rawBodies = fc.constantFrom(
  '',
  '{',
  'null',
  '"',
  '[1,',
  '{"a":1,"a":2}',
  '{"__proto__":{"x":1}}',
  '['.repeat(50_000),
  '{"a":'.repeat(20_000),
  `{"a":"${'x'.repeat(200_000)}"}`,
  '\ufeff{}',
  '{"a":1e999}',
  '{"\\u0000":1}',
)

const encoded = (value: unknown): string => {
  try {
    return JSON.stringify(value) ?? 'undefined'
  } catch {
    return '{}'
  }
}

type Case = {
  readonly who: number
  readonly params: Record<string, string>
  readonly query: string
  readonly type: string
  readonly body: string | Uint8Array | undefined
}

function cases(route: Route): fc.Arbitrary<Case> {
  const names = [...route.path.matchAll(/:(\w+)/g)].map((found) => found[1] as string)
  const param = (name: string) =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constant(ids[name] ?? 'x') },
      { weight: 1, arbitrary: fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 120 }) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('..', '%', '%00', '-1', '4294967296', 'ses_', '🙂', 'x'.repeat(250)),
      },
    )
  const body: fc.Arbitrary<string | Uint8Array | undefined> =
    route.body === 'octets'
      ? fc.uint8Array({ maxLength: 600 })
      : route.body
        ? fc.oneof(
            { weight: 6, arbitrary: near(route.body).map(encoded) },
            { weight: 1, arbitrary: rawBodies },
          )
        : fc.constantFrom(undefined, '', '{}', '{"x":1}')
  const query = route.query
    ? near(route.query).map((value) =>
        value && typeof value === 'object'
          ? new URLSearchParams(
              Object.entries(value).map(([key, one]): [string, string] => [
                key,
                typeof one === 'string' ? one.slice(0, 500) : encoded(one).slice(0, 500),
              ]),
            ).toString()
          : encoded(value).slice(0, 200),
      )
    : fc.constantFrom('', 'x=1', '%', 'a[]=1&a[]=2', '__proto__=1')
  const right = route.body === 'octets' ? 'application/octet-stream' : 'application/json'
  return fc.record({
    who: fc.nat({ max: 5 }),
    params: fc.record(Object.fromEntries(names.map((name) => [name, param(name)]))),
    query,
    type: fc.oneof(
      { weight: 12, arbitrary: fc.constant(right) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          'application/xml',
          'application/json; charset=utf-16',
          'x',
          'application/json;',
        ),
      },
    ),
    body,
  })
}

const stable = new Set(Object.keys(refusals))

test(`F-19 ${CASES} bad requests to every endpoint: a 4xx with a stable code, nothing told of the inside`, async () => {
  const wrong: string[] = []
  // These would end the sign-ins the others need, or wait by design.
  const skip = new Set(['/api/sign-out', '/api/sign-in', '/api/step-up', '/api/password'])
  for (const route of server.app.routes) {
    const few = skip.has(route.path) ? Math.min(20, CASES) : CASES
    for (const [n, one] of fc.sample(cases(route), { numRuns: few, seed: SEED }).entries()) {
      const person = skip.has(route.path) ? undefined : people[one.who]
      const client = person?.client ?? server.stranger()
      const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
        const value = one.params[name] ?? ''
        try {
          return encodeURIComponent(value)
        } catch {
          return 'x'
        }
      })
      const reply = await client
        .raw(route.method, `${path}?${one.query}`, {
          ...(one.body === undefined || route.method === 'GET'
            ? {}
            : { headers: { 'content-type': one.type }, body: one.body }),
        })
        .catch((cause: Error) => ({ status: 0, code: '', text: `${cause.name}: ${String(cause.cause)}` }))
      const said = `${route.method} ${route.path} #${n} seed ${SEED}: ${reply.status} ${reply.text.slice(0, 200)}`
      if (reply.status === 0 || reply.status >= 500) wrong.push(said)
      if (reply.status >= 400 && !stable.has(reply.code)) wrong.push(`no stable code: ${said}`)
      if (
        reply.status >= 400 &&
        /\bat .*\.(ts|js):\d|node_modules|select |insert |pg_|SQLSTATE|ECONN|ZodError|undefined/i.test(
          // The letters of a random id may spell anything, ECONN too.
          reply.text.replaceAll(/\breq_[a-z2-7]+/g, ''),
        )
      )
        wrong.push(`tells of the inside: ${said}`)
    }
  }
  expect(wrong).toEqual([])
  expect(({} as Record<string, unknown>).admin).toBeUndefined()
  expect((await server.stranger().raw('GET', '/healthz')).status).toBe(200)
}, 900_000)
