// Bad requests made from the contract's own schemas: near what is asked for, far from it, and other people's names in both.
import type { Route } from '@ochno/contract/route'
import fc from 'fast-check'
import { z } from 'zod'

/** The four ways of being signed in that every endpoint is asked in. */
export const ways = ['nobody', 'examinee', 'staff', 'elsewhere'] as const
export type Way = (typeof ways)[number]

export type Case = {
  readonly path: string
  /** It names something of the institution under test by its true id. */
  readonly aimed: boolean
  readonly type: string
  readonly body: string | Uint8Array | undefined
}

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

type Shape = { readonly type?: string; readonly enum?: unknown[] }

/** An object near what the schema asks for: some fields right in shape, some nasty, some missing, some nobody asked for. */
function near(schema: z.ZodType, ids: Readonly<Record<string, string>>): fc.Arbitrary<unknown> {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, Shape>
  }
  const right = (of: Shape): fc.Arbitrary<unknown> => {
    if (of.enum) return fc.constantFrom(...of.enum)
    if (of.type === 'integer' || of.type === 'number') return fc.integer()
    if (of.type === 'array') return fc.array(nasty, { maxLength: 40 })
    return fc.oneof(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.constantFrom(...Object.values(ids)))
  }
  const value = (of: Shape) => fc.oneof({ weight: 3, arbitrary: nasty }, { weight: 2, arbitrary: right(of) })
  const fields = Object.entries(properties).map(([name, of]) => [name, value(of)] as const)
  const object = fc.record(Object.fromEntries(fields), { requiredKeys: [] })
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

const oddTypes = ['application/xml', 'application/json; charset=utf-16', 'x', 'application/json;']
const oddNames = ['..', '%', '%00', '-1', '4294967296', 'ses_', '🙂', 'x'.repeat(250)]

function encoded(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'undefined'
  } catch {
    return '{}'
  }
}

function inPath(value: string): string {
  try {
    return encodeURIComponent(value)
  } catch {
    return 'x'
  }
}

/** What a browser does with an address before it sends it. */
const onTheLine = (query: string): string =>
  query.toWellFormed().replace(/[^!-~]/gu, (one) => encodeURIComponent(one))

function asQuery(value: unknown): string {
  if (!value || typeof value !== 'object') return encoded(value).slice(0, 200)
  const pairs = Object.entries(value).map(([key, one]): [string, string] => [
    key,
    (typeof one === 'string' ? one : encoded(one)).slice(0, 500),
  ])
  return new URLSearchParams(pairs).toString()
}

/** `ids`: what is truly there, by the name a path has for it. The same seed makes the same requests. */
export function badRequests(
  route: Route,
  ids: Readonly<Record<string, string>>,
  { count, seed }: { readonly count: number; readonly seed: number },
): readonly Case[] {
  const names = [...route.path.matchAll(/:(\w+)/g)].map((found) => found[1] as string)
  const param = (name: string) =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constant(ids[name] ?? 'x') },
      { weight: 1, arbitrary: fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 120 }) },
      { weight: 1, arbitrary: fc.constantFrom(...oddNames) },
    )
  const body: fc.Arbitrary<string | Uint8Array | undefined> =
    route.method === 'GET'
      ? fc.constant(undefined)
      : route.body === 'octets'
        ? fc.uint8Array({ maxLength: 600 })
        : route.body
          ? fc.oneof(
              { weight: 6, arbitrary: near(route.body, ids).map(encoded) },
              { weight: 1, arbitrary: rawBodies },
            )
          : fc.constantFrom(undefined, '', '{}', '{"x":1}')
  const query = route.query
    ? near(route.query, ids).map(asQuery)
    : fc.constantFrom('', 'x=1', '%', 'a[]=1&a[]=2', '__proto__=1')
  const right = route.body === 'octets' ? 'application/octet-stream' : 'application/json'
  const made = fc
    .record({
      params: fc.record(Object.fromEntries(names.map((name) => [name, param(name)]))),
      query,
      type: fc.oneof(
        { weight: 12, arbitrary: fc.constant(right) },
        { weight: 1, arbitrary: fc.constantFrom(...oddTypes) },
      ),
      body,
    })
    .map(({ params, query, type, body }): Case => {
      const named = params as Record<string, string>
      const path = route.path.replace(/:(\w+)/g, (_, name: string) => inPath(named[name] ?? ''))
      // The key of a rule is a word of the product, not of an institution.
      const aimed = names.some((name) => name !== 'key' && name in ids && named[name] === ids[name])
      return { path: `${path}?${onTheLine(query)}`, aimed, type, body }
    })
  return fc.sample(made, { numRuns: count, seed })
}
