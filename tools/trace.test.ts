import { expect, test } from 'vitest'
import { coverage, page } from './trace-coverage.mjs'
import { catalogue, idsIn, knownIds, provenBy, testFiles, unknownIn, unknownOf } from './trace-ids.mjs'

// Put together here, so that the scan of this very file does not find them.
const MISSING = ['R4', '99.9z'].join('-')
const NO_LIFECYCLE = ['SM', 21].join('-')
const NO_CONTRADICTION = ['TR', 75].join('-')

const passed = (name: string, file = 'a.test.ts') => ({ name, file, status: 'passed' })
const failed = (name: string) => ({ ...passed(name), status: 'failed' })

test('the catalogue holds the rows counted in the acts, each with its area and tag', () => {
  const rows = catalogue()
  const count = (of: (row: (typeof rows)[number]) => string) =>
    rows.reduce((all: Record<string, number>, row) => {
      all[of(row)] = (all[of(row)] ?? 0) + 1
      return all
    }, {})
  expect(new Set(rows.map((row) => row.id)).size).toBe(650)
  expect(count((row) => row.id.slice(0, 2))).toEqual({ R0: 79, R1: 150, R2: 59, R3: 106, R4: 256 })
  expect(count((row) => row.tag)).toEqual({ MUST: 509, MAY: 22, DEF: 32, FORM: 69, INFO: 18 })
  expect(count((row) => row.area)).toEqual({
    consent: 25,
    identity: 43,
    'equipment-check': 48,
    'rules/permissions': 73,
    'live-proctoring': 49,
    'async-review': 19,
    detection: 93,
    'protocol/forms': 61,
    decision: 32,
    appeal: 11,
    retention: 4,
    'privacy/security': 25,
    scheduling: 24,
    application: 3,
    roles: 42,
    notifications: 7,
    messenger: 6,
    'video-conference': 9,
    files: 4,
    'services-register': 20,
    'appeals-e-requests': 3,
    survey: 2,
    support: 9,
    integration: 14,
    accessibility: 9,
    lms: 15,
  })
})

test('every id that stands in a test of this repository exists', () => {
  expect(testFiles().length).toBeGreaterThan(100)
  expect(unknownIn(testFiles())).toEqual([])
})

for (const [how, code] of [
  ['a test', `test('${MISSING} is refused', () => {})`],
  ['an it', `it("${MISSING} is refused", () => {})`],
  ['a describe', `describe('${MISSING}', () => {})`],
  ['a template', `test(\`${MISSING} \${what}\`, () => {})`],
  ['a table of names', `['${MISSING} is refused', 1],`],
  ['a lifecycle', `test('${NO_LIFECYCLE} ends', () => {})`],
  ['a contradiction', `test('${NO_CONTRADICTION} is shown', () => {})`],
] as const)
  test(`an id that does not exist is found in ${how}`, () =>
    expect(unknownIn(['a.test.ts'], () => `\n${code}\n`)).toEqual([
      { id: idsIn(code)[0], where: 'a.test.ts:2' },
    ]))

test('an id that exists is left alone, also when a template ends it', () => {
  const cut = ['R4', 'A2.$'].join('-')
  const code = `test('R4-5.13a, R0-2.5a.2; SM-20 TR-04. R1-A1.24', f); test(\`${cut}{row} allowed\`, f)`
  expect(unknownIn(['a.test.ts'], () => code)).toEqual([])
})

test('an id put together by a template is found in the report', () => {
  expect(unknownOf([passed(`${MISSING} is refused`)])).toEqual([
    { id: MISSING, where: `a.test.ts: ${MISSING} is refused` },
  ])
  expect(unknownOf([passed('R4-5.13a a stop')])).toEqual([])
})

test('only passing tests prove, and one that fails takes the proof back', () => {
  const proven = provenBy([
    passed('R4-5.13a a stop is unsatisfactory'),
    passed('R4-5.13b a debt'),
    failed('R4-5.13b the debt is written down'),
    { ...passed('R4-4.7 a retake'), status: 'skipped' },
  ])
  expect([...proven.keys()]).toEqual(['R4-5.13a'])
})

test('an id is the whole of it: a longer one that begins alike is another row', () =>
  expect(idsIn('R4-A4.18, R4-4.6b: R4-4.6a. (R0-2.5a.2)')).toEqual([
    'R4-A4.18',
    'R4-4.6b',
    'R4-4.6a',
    'R0-2.5a.2',
  ]))

const small = [
  { id: 'R0-1.3e', tag: 'MUST', area: 'decision' },
  { id: 'R0-1.4j', tag: 'DEF', area: 'roles' },
  { id: 'R4-A4.08', tag: 'FORM', area: 'decision' },
  { id: 'R3-3.6', tag: 'MAY', area: 'appeal' },
]

test('definitions and notes are rows of the catalogue and ask for no proof', () => {
  const told = coverage(small, provenBy([passed('R0-1.3e R0-1.4j')]), [{ id: 'a' }, { id: 'a' }])
  expect(told).toEqual({
    rows: 4,
    implementable: 3,
    proven: 1,
    unknown: 1,
    byAct: {
      R0: { rows: 1, proven: 1 },
      R1: { rows: 0, proven: 0 },
      R2: { rows: 0, proven: 0 },
      R3: { rows: 1, proven: 0 },
      R4: { rows: 1, proven: 0 },
    },
    byArea: { appeal: { rows: 1, proven: 0 }, decision: { rows: 2, proven: 1 } },
  })
})

test('the page names what is not proven yet, area by area', () => {
  const proven = provenBy([passed('R0-1.3e')])
  const text = page(small, proven, coverage(small, proven, []), ['unit'])
  expect(text).toContain(
    '4 rows, of them 3 ask something of the product (MUST, FORM, MAY); 1 proven, 2 not yet.',
  )
  expect(text).toContain('| decision | 2 | 1 | 1 | 50 % |')
  expect(text).toContain('### appeal\n\nR3-3.6\n\n### decision\n\nR4-A4.08\n')
})

test('every lifecycle and contradiction of the acts may be named', () => {
  const known = knownIds()
  expect(['SM-1', 'SM-20', 'TR-01', 'TR-74'].every((id) => known.has(id))).toBe(true)
  expect([NO_LIFECYCLE, NO_CONTRADICTION, MISSING].some((id) => known.has(id))).toBe(false)
})
