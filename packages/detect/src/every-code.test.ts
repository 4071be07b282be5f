// Section 3 of the requirements against the document people read: no code that a machine can see is passed over in silence.
import { readFileSync } from 'node:fs'
import { catalogue } from '@ochno/domain/incident/catalogue'
import type { CatalogueEntry } from '@ochno/domain/incident/violation'
import { askedKeys, hintedCodes, unmeasured } from '@ochno/domain/hint/rules'
import { expect, test } from 'vitest'

const text = readFileSync(new URL('../../../docs/detection.md', import.meta.url), 'utf8')
const rows = new Map(
  [...text.matchAll(/^\| `([a-z_]+)` \| (.+) \|$/gm)].map(([, code = '', cells = '']) => [
    code,
    cells.split(' | ').map((cell) => cell.trim()),
  ]),
)
const entries = Object.entries(catalogue) as unknown as readonly (readonly [string, CatalogueEntry])[]
const seen = entries.filter(([, { detection }]) => detection === 'auto' || detection === 'partial')

test('R0-2.5a.1 every code marked auto or partial has its detector or a written reason, with limit, errors and what it can not see', () => {
  expect(seen.length).toBeGreaterThan(40)
  const missing = seen.map(([code]) => code).filter((code) => !rows.has(code))
  expect(missing).toEqual([])
  for (const [code] of seen) {
    const [detector = '', limit = '', errors = '', blind = ''] = rows.get(code) ?? []
    expect(detector.length, code).toBeGreaterThan(3)
    for (const cell of [limit, errors, blind]) expect(cell, code).not.toBe('')
    if (detector.startsWith('**none')) expect(detector.length, `${code}: the reason`).toBeGreaterThan(12)
  }
})

const isClaimed = (code: string) => !/^(\*\*none|no detector)/.test(rows.get(code)?.[0] ?? '')

/** What is found by something else than a rule over signals, and the file that says so. */
const foundElsewhere: Readonly<Record<string, string>> = {
  gaze_off_screen_systematic: 'hint/episodes.ts',
  gaze_away_over_threshold_repeated: 'hint/episodes.ts',
  video_recording_not_provided: 'decision/recommend.ts',
}

test('a row that claims a detector names a code that something finds', () => {
  const hinted: readonly string[] = hintedCodes
  const claimed = [...rows.keys()].filter(isClaimed)
  expect(claimed.length).toBeGreaterThan(30)
  expect(claimed.filter((code) => !hinted.includes(code) && !(code in foundElsewhere))).toEqual([])
  for (const [code, file] of Object.entries(foundElsewhere))
    expect(
      readFileSync(new URL(`../../domain/src/${file}`, import.meta.url), 'utf8').includes(`'${code}'`),
      code,
    ).toBe(true)
  // Their rules are there and nothing feeds them: the document says so.
  expect(unmeasured).toEqual(['headphones', 'not_in_session'])
  for (const code of ['headphones', 'examinee_absent_from_session', 'test_not_started'])
    expect(rows.get(code)?.[0], code).toMatch(/^\*\*none/)
})

test('a code that a rule hints at is never written down as having no detector', () => {
  expect(hintedCodes.length).toBeGreaterThan(30)
  expect(hintedCodes.filter((code) => !isClaimed(code))).toEqual([])
  const unwritten = hintedCodes.filter((code) => !rows.has(code) && !text.includes(`\`${code}\``))
  expect(unwritten).toEqual([])
})

test('every parameter that a rule waits for is named in the document', () => {
  expect(askedKeys.filter((key) => !text.includes(`\`${key}\``))).toEqual([])
})
