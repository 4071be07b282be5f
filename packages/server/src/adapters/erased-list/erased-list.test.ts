import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ErasedLine } from '../../ports/retention.ts'
import { erasedFile, erasedList, readErased } from './erased-list.ts'

test('P-24b a line that a power cut left unfinished hides none of the others', () => {
  const whole = JSON.stringify({ session: 'ses_a', act: { id: 'dst_a' } })
  expect(readErased(`${whole}\n{"session":"ses_b"}\n{"sess`)).toEqual({
    sessions: ['ses_a', 'ses_b'],
    acts: [{ session: 'ses_a', act: { id: 'dst_a' } }],
  })
  expect(readErased('')).toEqual({ sessions: [], acts: [] })
})

test('P-24b what is written down after a line that a power cut left unfinished is read whole', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ochno-erased-'))
  const lineOf = (session: string) => ({ session, act: { id: 'dst_a' } }) as unknown as ErasedLine
  try {
    appendFileSync(erasedFile(folder), '{"sess')
    await erasedList(folder).add(lineOf('ses_a'))
    await erasedList(folder).add(lineOf('ses_b'))
    const { sessions, acts } = readErased(readFileSync(erasedFile(folder), 'utf8'))
    expect(sessions).toEqual(['ses_a', 'ses_b'])
    expect(acts).toEqual([lineOf('ses_a'), lineOf('ses_b')])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
