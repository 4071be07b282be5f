import { instant } from '@ochno/domain/time'
import { expect, test } from 'vitest'
import { archivePage } from './archive-page.ts'

test('P-30 the page of an archive is made whatever words are in it, those of the language itself too', () => {
  const words = ['constructor', 'toString', '__proto__', 'hasOwnProperty']
  const rows = words.map((login) => ({ login, constructor: login }))
  const page = archivePage({
    name: 'constructor',
    at: instant('2026-06-10T09:00:00Z'),
    zone: 'Europe/Moscow',
    data: {
      account: rows,
      constructor: rows,
      toString: [],
      sessions: [{ state: { constructor: 'valueOf' } }],
    },
    papers: [],
    recordings: [],
    left: [],
  })
  for (const word of words) expect(page).toContain(`<td>${word}</td>`)
  expect(page).toContain('<th scope="col">constructor</th>')
  expect(page).toContain('constructor: valueOf')
  expect(page).toContain('<summary>constructor <small>4</small></summary>')
  expect(page).toContain('Ничего не хранится: tostring')
  expect(page).not.toContain('native code')
})
