import type { ExamFormView } from '@ochno/contract/exam-card'
import { expect, test } from 'vitest'
import { bodyOf, draftOf, missingIn, newDraft } from './exam-draft.ts'

const choice = { allowed: true, clauses: [] }
const act: NonNullable<ExamFormView['act']> = {
  id: 'act_a',
  preset: '001',
  edition: 1,
  title: 'Порядок',
  stands: null,
  modes: { sync: choice, async_human: choice, async_auto: choice, offline: choice },
  kinds: ['current', 'intermediate'],
  usualKind: 'intermediate',
  events: ['exam'],
  objects: ['subject'],
  deliveries: { lms: choice, external: choice, installed: choice, classroom: choice },
  switches: false,
  materials: true,
  requirements: true,
  longestMinutes: 45,
  lengthClauses: ['7.4'],
  overrides: [],
}
const zone = 'Asia/Yekaterinburg'
const draft = newDraft(act, zone, Date.parse('2026-05-12T07:20:00Z'))

test('a new draft begins as the act has it most often, never longer than it allows', () => {
  expect(draft).toMatchObject({
    opensAt: '2026-05-12T13:00',
    closesAt: '2026-05-12T15:00',
    lengthMinutes: 45,
  })
  expect(draft.card).toMatchObject({ kind: 'intermediate', mode: 'sync' })
})

test('lists are typed one a line, and what does not belong to the place of the task is not sent', () => {
  const typed = {
    ...draft,
    sites: 'ru.wikipedia.org\n\n  gramota.ru ',
    software: 'Excel',
    requirements: 'Тишина\nСвет',
    card: {
      ...draft.card,
      delivery: { to: 'classroom' as const, address: 'https://a.example', name: ' 201 ' },
    },
  }
  const { card, opensAt } = bodyOf(typed, zone)
  expect(opensAt).toBe('2026-05-12T08:00:00Z')
  expect(card.delivery).toEqual({ to: 'classroom', address: null, name: '201' })
  expect(card.requirements).toEqual(['Тишина', 'Свет'])
  expect(card.software).toEqual([
    { kind: 'site', name: 'ru.wikipedia.org' },
    { kind: 'site', name: 'gramota.ru' },
    { kind: 'software', name: 'Excel' },
  ])
})

test('what was saved comes back into the form unchanged', () => {
  const body = bodyOf({ ...draft, title: 'Физика', sites: 'gramota.ru', requirements: 'Тишина' }, zone)
  const exam = {
    ...body,
    id: 'exm_a' as never,
    state: 'draft' as const,
    hasCard: true,
    event: 'exam' as const,
    cancelled: null,
    sessions: 0,
    branch: null,
    teachers: [],
    createdAt: '',
  }
  expect(bodyOf(draftOf(exam, body.card, zone), zone)).toEqual(body)
})

test('a step is left only when what it needs is there', () => {
  expect(missingIn(0, draft)).toBe('title')
  expect(missingIn(0, { ...draft, title: 'Физика', closesAt: draft.opensAt })).toBe('times')
  expect(missingIn(0, { ...draft, title: 'Физика' })).toBeNull()
  const at = (to: 'lms' | 'external' | 'classroom', address: string | null = null) =>
    missingIn(1, { ...draft, card: { ...draft.card, delivery: { to, address, name: null } } })
  expect([at('lms'), at('external'), at('external', 'a.example'), at('classroom')]).toEqual([
    null,
    'address',
    'address',
    'name',
  ])
})
