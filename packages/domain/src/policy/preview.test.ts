import { conductRules } from '../incident/conduct.ts'
import { expect, test } from 'vitest'
import { decide } from './act-policy.ts'
import { preset } from './presets.ts'
import { previewOf } from './preview.ts'

test('numbers of the act become sentences with their clause', () => {
  const { examinee, proctor } = previewOf(preset('004'))
  expect(examinee).toContain('Одновременно сдают не более 15 человек (п. 3.7).')
  expect(proctor.some((one) => one.startsWith('Одновременно сдают не более 15 человек'))).toBe(true)
})

test('numbers take the Russian form that fits them', () => {
  const told = (value: number) => {
    const made = decide(preset('000'), 'retention.video_months', { value, ground: 'Приказ' })
    if (!made.ok) throw new Error(made.why)
    return previewOf(made.policy).teacher.find((one) => one.startsWith('Видео хранится'))
  }
  expect([1, 3, 6, 11].map((one) => told(one)?.split(' (')[0])).toEqual([
    'Видео хранится 1 месяц',
    'Видео хранится 3 месяца',
    'Видео хранится 6 месяцев',
    'Видео хранится 11 месяцев',
  ])
})

test('a clause of an annex is told as people look it up, and no absence is not «0 минут»', () => {
  const { examinee } = previewOf(preset('004'))
  expect(examinee.find((one) => one.startsWith('Веб-камера'))).toMatch(/ \(прил\. 1, п\. 5\)\.$/)
  expect(examinee).toContain('Отходить во время экзамена нельзя (п. 8.6.2; прил. 2).')
})

test('R0-7.4 what nobody decided is said to be unregulated, and a decision is told with its ground', () => {
  const before = preset('000')
  expect(previewOf(before).teacher).toContain(
    '«Срок подачи апелляции»: не урегулировано, никто ещё не решил.',
  )
  const made = decide(before, 'appeal.filing_days', { value: 1, ground: 'Приказ № 50' })
  if (!made.ok) throw new Error(made.why)
  expect(previewOf(made.policy).teacher).toContain(
    'Апелляцию подают в течение 1 рабочего дня (решение: Приказ № 50).',
  )
})

test('rules of conduct are told to the examinee word for word, to nobody under an act without them', () => {
  const told = (act: '000' | '004') => previewOf(preset(act)).examinee
  expect(told('004')).toContain('соблюдение инструкций проктора (п. 6.1).')
  expect(told('000').some((one) => one.includes('(п. 6.1)') && one.includes('инструкций'))).toBe(false)
})

test('an act that leaves proctoring out says so first', () =>
  expect(previewOf(preset('002')).examinee[0]).toBe(
    'Акт не регулирует прокторинг: экзамены с прокторингом по нему не проводятся.',
  ))

test('every sentence is a whole one', () => {
  for (const act of ['000', '001', '002', '003', '004'] as const)
    for (const lines of Object.values(previewOf(preset(act))))
      for (const line of lines) expect(line).toMatch(/^[«\dА-Яа-яЁёA-Za-z].*\.$/u)
})

test('a phrase of the act goes on in the middle of a sentence, and what watches is told in one', () => {
  const { examinee, teacher } = previewOf(preset('004'))
  expect(teacher).toContain('Решение принимает: преподаватель (п. 4.6; прил. 4).')
  expect(teacher).toContain(
    'Формы протокола: Приложение 3, 11 строк; Приложение 4, 8 граф (прил. 3; прил. 4).',
  )
  expect(examinee).toContain('Проктор наблюдает во время экзамена или смотрит запись после него (п. 3.2).')
})

for (const act of ['001', '003', '004'] as const)
  test(`a ban of ${act} is read as a ban by whoever it binds`, () => {
    const { examinee } = previewOf(preset(act))
    const bans = conductRules(act).filter(({ kind }) => kind === 'ban')
    expect(bans.length).toBeGreaterThan(10)
    const orders = examinee.filter((line) =>
      /^(Использовать|Отключать|Производить|Передавать|Покидать|Закрывать)/.test(line),
    )
    expect(orders).toEqual([])
    expect(examinee.filter((line) => line.startsWith('Запрещено: ')).length).toBeGreaterThan(0)
  })
