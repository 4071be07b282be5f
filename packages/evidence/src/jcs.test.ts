import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical } from './jcs.ts'

test('E-01 the example of RFC 8785 3.2.2', () => {
  const value = {
    numbers: [JSON.parse('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
    literals: [null, true, false],
  }
  expect(canonical(value)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  )
})

test('E-01 members are sorted by UTF-16 code units', () => {
  const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6']
  const value = Object.fromEntries(keys.map((key) => [key, 0]))
  const order = [...canonical(value).matchAll(/"([^"]+)":/g)].map((m) => JSON.parse(`"${m[1]}"`))
  expect(order).toEqual(['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'])
})

test('E-01 what is not JSON is refused', () => {
  for (const value of [
    Number.NaN,
    Number.POSITIVE_INFINITY,
    undefined,
    1n,
    () => 0,
    '\ud800',
    { '\udc00': 1 },
  ])
    expect(() => canonical(value)).toThrow(TypeError)
})

test('E-01 one value, one text: parsing and writing again changes nothing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const once = canonical(JSON.parse(JSON.stringify(value)))
      expect(canonical(JSON.parse(once))).toBe(once)
    }),
  )
})
