import { expect, test } from 'vitest'
import {
  type ActCard,
  cardProblems,
  effectiveFrom,
  groundsToRecheck,
  quoteOf,
  recheckEveryMonths,
  signedAt,
} from './act-card.ts'
import { actCard } from './acts.ts'

const school: ActCard = actCard('000')
const withStep = (card: ActCard, at: number, change: Partial<ActCard['steps'][number]>): ActCard => ({
  ...card,
  steps: card.steps.map((step, index) => (index === at ? { ...step, ...change } : step)),
})

test('R0-0a the card of 000 keeps the step of the педсовет, № 7 of 25.05.2026, and no policy is activated while a step is open', () => {
  expect(school.steps[0]).toEqual({
    kind: 'considered',
    body: 'Педсовет школы',
    numbered: true,
    number: '№ 7',
    date: '2026-05-25',
  })
  expect(cardProblems(school)).toEqual([])
  expect(cardProblems(withStep(school, 0, { date: null }))).toEqual(['step_without_date'])
  expect(cardProblems(withStep(school, 0, { number: null }))).toEqual(['step_without_number'])
})

test('R0-0b the step of the Совет родителей needs a day and no number, and its body is free text', () => {
  expect(school.steps[1]).toMatchObject({ body: 'Совет родителей', date: '2026-05-25', number: null })
  expect(cardProblems(withStep(school, 1, { body: 'Родительский комитет' }))).toEqual([])
  expect(cardProblems(withStep(school, 1, { body: ' ' }))).toEqual(['step_without_body'])
})

test('R0-0c the step of the Совет обучающихся is of 25.05.2026 without a number', () => {
  expect(school.steps[2]).toMatchObject({ body: 'Совет обучающихся', date: '2026-05-25', number: null })
  expect(cardProblems(withStep(school, 2, { date: null }))).toEqual(['step_without_date'])
})

test('R0-0d the director, order № 41 and its day 25.05.2026, which begins the force of the act', () => {
  expect(school.approvedBy).toEqual({
    post: 'Директор школы',
    name: 'Антропов Ю.Д.',
    order: '№ 41',
    date: '2026-05-25',
  })
  expect(effectiveFrom(school)).toBe('2026-05-25')
  expect(quoteOf(school)).toContain('приказ № 41 от 25.05.2026')
})

test('R1-0a 001 was adopted by its council under № 1 of 30.08.2024 and approved the same day without an order number', () => {
  const card = actCard('001')
  expect(card.steps).toEqual([
    { kind: 'adopted', body: 'Педагогический совет', numbered: true, number: '№ 1', date: '2024-08-30' },
  ])
  expect(card.approvedBy).toMatchObject({ name: 'А.Е. Муратова', order: null, date: '2024-08-30' })
  expect(cardProblems(card)).toEqual(['no_effective_day'])
  expect(cardProblems({ ...card, statedDay: '2024-09-02' })).toEqual([])
  expect(quoteOf(card)).toContain('утверждено: Директор от 30.08.2024')
})

test('R1-0b the signature of the file keeps its signer and its time with the offset', () => {
  const { signature } = actCard('001')
  expect(signature).toEqual({
    signer: 'ЧПОУ "СРШ (КОЛЛЕДЖ) АННЫ МУРАТОВОЙ"',
    at: "2024.08.30 16:36:00 +06'00'",
  })
  expect(signature && signedAt(signature)?.toString()).toBe('2024-08-30T10:36:00Z')
  expect(signedAt({ signer: 'X', at: '30.08.2024' })).toBeNull()
})

test('R2-0c 002 is approved by order № 239 of 29.08.2025, Королева Л.А.', () => {
  expect(actCard('002').approvedBy).toEqual({
    post: 'Директор',
    name: 'Королева Л.А.',
    order: '№ 239',
    date: '2025-08-29',
  })
  expect(quoteOf(actCard('002'))).toContain('приказ № 239 от 29.08.2025')
})

test('R2-0d the pedagogical council of 002 decided under № 1 of 29.08.2025, and the number is asked for', () => {
  const card: ActCard = actCard('002')
  expect(card.steps[0]).toMatchObject({
    kind: 'adopted',
    body: 'Педагогический совет',
    number: '№ 1',
    date: '2025-08-29',
  })
  expect(cardProblems(withStep(card, 0, { number: null }))).toEqual(['step_without_number'])
})

test('R2-0e three bodies agreed 002 on 27.08.2025, before the approval; an agreement after it is refused', () => {
  const card: ActCard = actCard('002')
  expect(card.steps.filter(({ kind }) => kind === 'agreed')).toEqual(
    ['Учебно-методический совет', 'Студенческий комитет', 'Родительский комитет'].map((body) => ({
      kind: 'agreed',
      body,
      numbered: true,
      number: '№ 1',
      date: '2025-08-27',
    })),
  )
  expect(cardProblems(card)).toEqual([])
  expect(cardProblems(withStep(card, 2, { date: '2025-08-29' }))).toEqual([])
  expect(cardProblems(withStep(card, 2, { date: '2025-08-30' }))).toEqual(['agreed_after_approval'])
})

test('R3-0a 003 stands on one order with a free-text number and no agreement', () => {
  const card = actCard('003')
  expect(card.steps).toEqual([])
  expect(card.approvedBy).toEqual({
    post: 'Ректор',
    name: 'С.Л. Иголкин',
    order: '№ 06-03.25.04.24.09',
    date: '2024-04-25',
  })
  expect(quoteOf(card)).toBe(
    'Положение «О порядке применения сервиса прокторинга в АНОО ВО «ВЭПИ» и филиалах», приказ № 06-03.25.04.24.09 от 25.04.2024',
  )
})

test('R4-0a 004 stands on order №15-у/р-акт of 19.07.2024, Д.Е. Быков, without agreements', () => {
  const card = actCard('004')
  expect(card.steps).toEqual([])
  expect(card.approvedBy).toMatchObject({
    name: 'Д.Е. Быков',
    order: '№15-у/р-акт',
    date: '2024-07-19',
  })
  expect(card.documentCode).toBe('СМК УД-4.26-2024')
})

test('R4-0b TR-18 004 is in force from 01.09.2024, not from the day of its approval', () => {
  const card: ActCard = actCard('004')
  expect(effectiveFrom(card)).toBe('2024-09-01')
  expect(card.approvedBy.date).toBe('2024-07-19')
  expect(effectiveFrom({ ...card, force: 'order_date' })).toBe('2024-07-19')
})

test('R0-1.2a the grounds of 000 come up for a check of their edition after a year', () => {
  expect(school.grounds.map(({ number }) => number)).toEqual([
    '273-ФЗ',
    '1678',
    '1241',
    'МШ-П8-1-070-14732',
    '04-423',
    '156-ФЗ',
    '1880-р',
  ])
  expect(recheckEveryMonths).toBe(12)
  const [old, fresh] = school.grounds
  const checked = [
    { ground: old as (typeof school.grounds)[number], checkedOn: '2026-06-01' },
    { ground: fresh as (typeof school.grounds)[number], checkedOn: '2026-06-02' },
  ]
  expect(groundsToRecheck(checked, '2027-06-01')).toEqual([old])
  expect(groundsToRecheck(checked, '2027-05-31')).toEqual([])
  expect(groundsToRecheck(checked, '2026-12-02', 6)).toEqual([old, fresh])
})

test('R1-1.2 001 stands on 273-ФЗ and on decree 1678 of 11.10.2023', () =>
  expect(actCard('001').grounds.map(({ number, date }) => [number, date])).toEqual([
    ['273-ФЗ', '2012-12-29'],
    ['1678', '2023-10-11'],
  ]))

test('R2-2a 002 lists its five legal grounds', () =>
  expect(actCard('002').grounds.map(({ number }) => number)).toEqual([
    '273-ФЗ',
    '1678',
    '1241',
    'МШ-П8-1-070-14732',
    '04-423',
  ]))

test('R2-2d 002 names its charter and other local acts beside its service rules', () =>
  expect(actCard('002').otherActs).toEqual(['Устав', 'Локальные нормативные акты Колледжа']))
