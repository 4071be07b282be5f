// The ids a test may carry: rows of docs/spec/requirements.jsonl, lifecycles SM-n and contradictions TR-nn of the acts.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './runtime.mjs'

/** A row: R, number of the act, clause («R4-A4.18», «R0-2.5a.2»). The clause ends with a letter or a figure, never with a full stop. */
const ID = /\bR\d-\w+(?:\.\w+)*|\b(?:SM|TR)-\d+\b/g

/** How many lifecycles and contradictions of the acts there are. */
const LIFECYCLES = 20
const CONTRADICTIONS = 74

/** What a row asks of the product; definitions and notes ask nothing of their own. */
const ASKING = ['MUST', 'FORM', 'MAY']
export const asks = ({ tag }) => ASKING.includes(tag)

export const catalogue = () =>
  readFileSync(join(root, 'docs/spec/requirements.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

export const idsIn = (text) => [...new Set(text.match(ID) ?? [])]

const numbered = (letters, count, digits) =>
  Array.from({ length: count }, (_, i) => `${letters}-${String(i + 1).padStart(digits, '0')}`)

export function knownIds(rows = catalogue()) {
  return new Set([
    ...rows.map(({ id }) => id),
    ...numbered('SM', LIFECYCLES, 1),
    ...numbered('TR', CONTRADICTIONS, 2),
  ])
}

/**
 * Ids in the text of test files that do not exist. The whole text is read, so a name that stands in a table or a template is seen too;
 * what a template puts together while it runs is looked at in the report (`unknownOf`).
 */
export const unknownIn = (
  files,
  read = (file) => readFileSync(join(root, file), 'utf8'),
  known = knownIds(),
) =>
  files.flatMap((file) =>
    read(file)
      .split('\n')
      .flatMap((line, i) =>
        idsIn(line)
          .filter((id) => !known.has(id) && !cutByTemplate(line, id))
          .map((id) => ({ id, where: `${file}:${i + 1}` })),
      ),
  )

/** `R4-A2.${row}`: the rest of the id is not in the text. */
const cutByTemplate = (line, id) => line.includes(`${id}.\${`) || line.includes(`${id}\${`)

export const unknownOf = (tests, known = knownIds()) =>
  tests.flatMap(({ name, file }) =>
    idsIn(name)
      .filter((id) => !known.has(id))
      .map((id) => ({ id, where: `${file}: ${name}` })),
  )

export const testFiles = () =>
  ['packages', 'e2e', 'tools', 'bench']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true }).map((file) => join(folder, String(file))),
    )
    .filter((file) => /\.test\.tsx?$/.test(file) && !file.includes('node_modules'))
    .sort()

/** Rows of the catalogue -> names of the passing tests that carry them. A row that a failed test names is not proven. */
export function provenBy(tests) {
  const proven = new Map()
  const doubted = new Set(
    tests.filter(({ status }) => status === 'failed').flatMap(({ name }) => idsIn(name)),
  )
  for (const { name, file, status } of tests) {
    if (status !== 'passed') continue
    for (const id of idsIn(name))
      if (!doubted.has(id)) proven.set(id, [...(proven.get(id) ?? []), `${file}: ${name}`])
  }
  return proven
}
