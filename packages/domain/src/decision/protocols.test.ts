import { expect, test } from 'vitest'
import { day } from '../document/dates.ts'
import { form0043 } from '../document/f-004-3.ts'
import { form0044 } from '../document/f-004-4.ts'
import { forms } from '../document/forms.ts'
import type { Formed } from '../document/model.ts'
import { printedLines } from '../document/printed-lines.ts'
import { quality, trainingCentre } from '../document/sample/institutions.ts'
import { outsider, quiet } from '../document/sample/sessions.ts'
import { protocolsOf } from './protocols.ts'

test('TR-48 an intermediate attestation leaves App. 3, a final one App. 4 and, where set, App. 3 of each person', () => {
  expect(protocolsOf('004', false, true)).toEqual({ main: 'F-004-3', ofEachPerson: null })
  expect(protocolsOf('004', true, true)).toEqual({ main: 'F-004-4', ofEachPerson: 'F-004-3' })
  expect(protocolsOf('004', true, false)).toEqual({ main: 'F-004-4', ofEachPerson: null })
})

test('TR-48 every protocol that is asked for can be printed', () => {
  for (const act of ['001', '003', '004'] as const)
    for (const finalAttestation of [true, false]) {
      const { main } = protocolsOf(act, finalAttestation, true)
      expect(forms.find(({ id }) => id === main)?.name.toLowerCase(), main).toContain('протокол')
    }
})

const who = { institution: trainingCentre, quality }
const session = { ...quiet, marks: [outsider] }
const lines = (formed: Formed, part: 'body' | 'annex') => {
  if (!formed.ok) throw new Error(JSON.stringify(formed.missing))
  const { document } = formed
  const annex = document.annex ?? []
  return printedLines(part === 'body' ? { ...document, annex: [] } : { ...document, body: annex, annex: [] })
}
const SECOND = '10:29:10'

test('TR-63 App. 4 carries the times of a violation by itself, App. 3 has no place for them: they stand in its annex', () => {
  const final = form0044({
    ...who,
    proctor: 'Лаптева Ирина Олеговна',
    manager: null,
    rows: [
      {
        examinee: 'Гончарова Мария Павловна',
        group: 'поток 5',
        lmsGrade: null,
        on: day('2026-05-25'),
        status: 2,
        comment: '',
        result: null,
        session,
      },
    ],
  })
  expect(lines(final, 'body').join('\n')).toContain(SECOND)
  const intermediate = form0043({
    ...who,
    examinee: 'Гончарова Мария Павловна',
    kind: 'intermediate',
    session,
    denied: ['S1', 'S2', 'S3', 'S4', 'C1', 'C2', 'C4', 'C5', 'C6', 'C7'],
  })
  expect(lines(intermediate, 'body').join('\n')).not.toContain(SECOND)
  expect(lines(intermediate, 'annex').join('\n')).toContain(SECOND)
})

test('TR-72 a protocol says who confirmed its marks, and is not formed before somebody did', () => {
  const data = {
    ...who,
    examinee: 'Гончарова Мария Павловна',
    kind: 'intermediate',
    session,
    denied: ['S1', 'S2', 'S3', 'S4', 'C1', 'C2', 'C4', 'C5', 'C6', 'C7'],
  } as const
  expect(lines(form0043(data), 'annex')).toContain('Лаптева Ирина Олеговна')
  const unconfirmed = form0043({ ...data, session: { ...session, confirmation: null } })
  expect(unconfirmed.ok ? [] : unconfirmed.missing.map(({ field }) => field)).toContain('confirmation')
})
