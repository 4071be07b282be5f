import { expect, test } from 'vitest'
import { Temporal } from '../time.ts'
import { REMIND_DAYS, reminderDue, unansweredWords } from './reminder.ts'

test('P-11b reminders are due seven, three and one day before the exam, and none after it', () => {
  const due = [9, 8, 7, 6, 4, 3, 2, 1, 0, -1].map(reminderDue)
  expect(due).toEqual([null, null, 7, 7, 7, 3, 3, 1, 1, null])
})

test('P-11b TR-27 each reminder has words of its own, names the day and blames nobody for a no', () => {
  const day = Temporal.PlainDate.from('2026-05-14')
  for (const language of ['ru', 'en'] as const) {
    const said = REMIND_DAYS.map((due) => unansweredWords(day, due, language))
    expect(new Set(said).size).toBe(3)
    for (const words of said) expect(words).toMatch(language === 'ru' ? /14 мая 2026/ : /2026-05-14/)
    for (const words of said) expect(words).not.toMatch(/наруш|violat/i)
  }
})
