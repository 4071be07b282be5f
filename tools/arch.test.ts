import { expect, test } from 'vitest'
import { rows, sources, violations } from './arch.mjs'
import { table, tableInPage } from './arch-table.mjs'

const planted = (pattern: string): string => {
  const path = pattern.replace(/\(([^|)]+)[^)]*\)/g, '$1').replaceAll('*', 'planted')
  return path.endsWith('/') ? `${path}planted.ts` : path
}

/** What a row must refuse: an unknown package where packages are named, else a folder on the wrong side of the fence. */
function forbidden(from: string, allowed: readonly string[]): string | null {
  if (!allowed.includes('npm')) return 'left-pad'
  if (from.includes('adapters')) return '@ochno/server/features/sessions/x'
  if (from.includes('/web/')) return '@ochno/server/main'
  if (from.includes('/server/')) return '@ochno/web/main'
  return null
}

for (const [from, allowed] of rows as [string, string[]][]) {
  const spec = forbidden(from, allowed)
  if (spec === null) continue
  const file = planted(from)
  for (const [how, code] of [
    ['a static', `import { x } from '${spec}'`],
    ['a type-only', `import type { X } from '${spec}'`],
    ['a dynamic', `const x = await import('${spec}')`],
  ] as const)
    test(`the fence reports ${how} import of ${spec} in ${file}, once`, () => {
      expect(violations([file], () => code)).toHaveLength(1)
      expect(violations([file], () => '')).toEqual([])
    })
}

test('the fence reports a built-in module where none is allowed', () =>
  expect(violations(['packages/server/src/features/a/b.ts'], () => `import 'node:fs'`)).toHaveLength(1))

test('the fence reports one feature reaching into another', () =>
  expect(violations(['packages/server/src/features/a/b.ts'], () => `import '../c/d.ts'`)).toHaveLength(1))

test('T-17 the fence reports a decision, a mark or a session that looks at the score', () => {
  for (const folder of ['decision', 'incident', 'lifecycle', 'session']) {
    const reads = (from: string) =>
      violations([`packages/domain/src/${folder}/x.ts`], () => `import '${from}'`)
    expect(reads('../trust/score.ts')).toHaveLength(1)
    expect(reads('@ochno/domain/trust/score')).toHaveLength(1)
    expect(reads('../calendar/deadlines.ts')).toEqual([])
  }
})

test('the fence reports a circle', () => {
  const files = ['packages/domain/src/a.ts', 'packages/domain/src/b.ts']
  const read = (file: string) => (file.endsWith('a.ts') ? `import './b.ts'` : `import './a.ts'`)
  expect(violations(files, read)).toHaveLength(1)
})

test('the fence reports a file no row governs', () =>
  expect(violations(['packages/unknown/src/a.ts'], () => '')).toHaveLength(1))

test('the fence reads the files there are, some for every row', () => {
  const files: string[] = sources()
  expect(files.length).toBeGreaterThan(100)
  for (const [from] of rows as [string, string[]][]) {
    const pattern = new RegExp(`^${from.replaceAll('*', '[^/]+')}`)
    expect(
      files.some((file) => pattern.test(file)),
      from,
    ).toBe(true)
  }
})

test('docs/architecture.md shows the fence as it is', () => expect(tableInPage()).toBe(table()))
