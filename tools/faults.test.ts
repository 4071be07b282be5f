// docs/faults.md says what is broken on purpose and which test proves that it does no harm: the page says no more than there is.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const page = readFileSync(join(root, 'docs/faults.md'), 'utf8')
const rows = [...page.matchAll(/^\| (F-\d\d) +\|(.+)\|$/gm)].map(([, id = '', rest = '']) => {
  const [what = '', proof = '', short = '', nightly = '', figure = ''] = rest
    .split('|')
    .map((cell) => cell.trim())
  return {
    id,
    what,
    files: [...proof.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file),
    short,
    nightly,
    figure,
  }
})
/** What nothing proves yet, said on the page in so many words. */
const unproved = ['F-17']

/** Names of tests and of groups of tests. */
const names = (text: string): string[] =>
  [...text.matchAll(/\b(?:test|describe|it)(?:\.\w+)?(?:\([^\n]*\))?\(\s*([`'"])([\s\S]*?)\1/g)].map(
    ([, , name = '']) => name,
  )

test('every fault from F-01 to F-24 has one row, with both forms and what the last run said', () => {
  const all = Array.from({ length: 24 }, (_, i) => `F-${String(i + 1).padStart(2, '0')}`)
  expect(rows.map(({ id }) => id)).toEqual(all)
  for (const { id, what, short, nightly, figure } of rows)
    for (const cell of [what, short, nightly, figure]) expect(cell, id).not.toBe('')
})

test('every file of a row is there, and a test in it bears the id', () => {
  for (const { id, files } of rows) {
    expect(files.length === 0, id).toBe(unproved.includes(id))
    for (const file of files) {
      expect(existsSync(join(root, file)), `${id} ${file}`).toBe(true)
      const said = names(readFileSync(join(root, file), 'utf8'))
      expect(
        said.some((name) => name.includes(id)),
        `${id} is in no test of ${file}`,
      ).toBe(true)
    }
  }
})

test('a row whose nightly form is another than the short one is run by the nightly tool', () => {
  const nightly = readFileSync(join(root, 'tools/nightly.mjs'), 'utf8')
  const pattern = /\/(F-\d\d|E-T[67])[^/]*\.test\.ts$/
  for (const { id, files, nightly: form } of rows) {
    if (['the same', 'none', 'the simulation'].includes(form)) continue
    expect(files.some((file) => pattern.test(`/${file}`)) || nightly.includes(id), id).toBe(true)
  }
})

test('each long run that was made is of a known fault, has a date, and lost nothing that was acknowledged', () => {
  const runs = [...page.matchAll(/^\| (F-\d\d) long +\| (\d{4}-\d\d-\d\d) +\|(.+)\|$/gm)].map(
    ([, id = '', , rest = '']) => ({ id, said: rest.split('|').at(-1)?.trim() ?? '' }),
  )
  expect(runs.length).toBeGreaterThan(0)
  for (const { id, said } of runs) {
    expect(rows.map((row) => row.id)).toContain(id)
    if (said.includes('acknowledged')) expect(said, id).toContain(', 0 lost')
  }
})
