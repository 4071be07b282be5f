import type { SessionId } from '@ochno/domain/ids'
import { instant } from '@ochno/domain/time'
import { expect, test } from 'vitest'
import { letterWords } from './letter-words.ts'
import { type Around, type Told, writeLetter } from './write-letter.ts'

const around: Around = {
  id: 'ltr_a',
  to: 'orlov@example.ru',
  login: 'orlov',
  language: 'ru',
  institution: { name: 'Лицей «Восход» & партнёры', zone: 'Asia/Yekaterinburg' },
  address: 'https://exam.example.ru',
  secret: 'once',
  at: instant('2026-05-01T06:00:00Z'),
}
const schedule = (edition = 1, title = 'Физика', kind: 'schedule' | 'cancelled' = 'schedule'): Told => ({
  kind,
  facts: {
    title,
    session: 'ses_a' as SessionId,
    opensAt: '2026-05-20T07:00:00Z',
    closesAt: '2026-05-20T10:00:00Z',
    lengthMinutes: 45,
    edition,
  },
})
const written = (told: Told, more: Partial<Around> = {}) =>
  writeLetter(told, { ...around, ...more }, 'exam@school.ru')

test('R4-3.6b a letter about a schedule names the times by the clock of the institution and carries a calendar', () => {
  const { subject, text, html, calendar } = written(schedule())
  expect(subject).toBe('Назначен экзамен «Физика»')
  expect(text).toContain('20 мая 2026 г. в 12:00')
  expect(text).toContain('Время на выполнение: 45 мин')
  expect(text).toContain('https://exam.example.ru/exam/ses_a')
  expect(html).toContain('href="https://exam.example.ru/exam/ses_a"')
  expect(calendar).toContain('DTSTART:20260520T070000Z')
  expect(calendar).toContain('SEQUENCE:0')
})

test('R4-3.6b a changed schedule says that it changed, and a calendar takes it for the same event', () => {
  const changed = written(schedule(2))
  expect(changed.subject).toBe('Время экзамена «Физика» изменилось')
  expect(changed.calendar).toContain('UID:ses_a@ochno')
  expect(changed.calendar).toContain('SEQUENCE:1')
})

test('every try of a letter bears the same number', () => {
  const numbers = [written(schedule()), written(schedule(), { at: instant('2026-05-02T06:00:00Z') })]
  expect(numbers.map(({ messageId }) => messageId)).toEqual(['<ltr_a@school.ru>', '<ltr_a@school.ru>'])
})

test('a message that is about no exam names none', () => {
  const title = 'Сервис приостановлен'
  const { subject, text } = written({ kind: 'message', facts: { title, exam: false } })
  expect(subject).toBe('Сообщение: Сервис приостановлен')
  expect(text).not.toContain('экзамен')
  const ofExam = written({ kind: 'message', facts: { title: 'Физика', exam: true } })
  expect(ofExam.subject).toBe('Сообщение об экзамене «Физика»')
})

test('signs that mean something to a page stay signs', () => {
  const { html, text } = written(schedule(1, '<b>Химия</b> & "опыты"'))
  expect(html).not.toContain('<b>')
  expect(html).toContain('&lt;b&gt;Химия&lt;/b&gt; &amp; &quot;опыты&quot;')
  expect(html).toContain('Лицей «Восход» &amp; партнёры')
  expect(text).toContain('<b>Химия</b>')
})

for (const language of ['ru', 'en'] as const)
  test(`letters in ${language} have a subject, an opening and a link each`, () => {
    for (const [kind, words] of Object.entries(letterWords[language])) {
      const said = words({ title: 'T', login: 'L', until: 'U' })
      expect([kind, said.subject !== '' && said.opening !== '' && said.link !== '']).toEqual([kind, true])
    }
  })

test('a one-time link is behind the sign that servers do not see', () => {
  const facts = { endsAt: '2026-05-20T07:00:00Z' }
  expect(written({ kind: 'reset', facts }).text).toContain('https://exam.example.ru/reset#once')
  expect(written({ kind: 'invitation', facts }).text).toContain('https://exam.example.ru/invite#once')
})

test('R4-3.6b an exam that is called off is taken out of the calendar by the number of its schedule, raised', () => {
  const off = written(schedule(3, 'Физика', 'cancelled'))
  expect(off.subject).toBe('Экзамен «Физика» для вас отменён')
  expect(off.text).toContain('Было назначено на: 20 мая 2026 г. в 12:00')
  expect(off.cancels).toBe(true)
  for (const line of ['METHOD:CANCEL', 'UID:ses_a@ochno', 'SEQUENCE:2', 'STATUS:CANCELLED'])
    expect(off.calendar).toContain(line)
  expect(off.calendar).not.toContain('VALARM')
})

test('a proctor reads what changed of the people to watch, and gets no calendar of somebody else', () => {
  const facts = { title: 'Физика', opensAt: '2026-05-20T07:00:00Z', closesAt: '2026-05-20T07:15:00Z' }
  const moved = written({ kind: 'duty', facts: { ...facts, what: 'moved' } })
  expect(moved.subject).toBe('Новое время: «Физика»')
  expect(moved.text).toContain('Начало: 20 мая 2026 г. в 12:00')
  expect([moved.calendar, moved.cancels]).toEqual([null, undefined])
})

test('R4-3.6b a parent gets the times and a calendar of the exam of a child, whose name stands in no letter', () => {
  const child = (what: 'planned' | 'moved' | 'called_off', edition: number): Told => ({
    kind: 'child',
    facts: {
      what,
      title: 'Физика',
      session: 'ses_a' as SessionId,
      opensAt: '2026-05-20T07:00:00Z',
      closesAt: '2026-05-20T10:00:00Z',
      lengthMinutes: 45,
      edition,
    },
  })
  const moved = written(child('moved', 2))
  expect(moved.subject).toBe('Экзамен вашего ребёнка перенесён: «Физика»')
  expect(moved.text).toContain('Начать можно с: 20 мая 2026 г. в 12:00')
  expect(moved.text).toContain('https://exam.example.ru/notices')
  for (const line of ['METHOD:PUBLISH', 'UID:ses_a@ochno', 'SEQUENCE:1'])
    expect(moved.calendar).toContain(line)
  const off = written(child('called_off', 3))
  expect([off.cancels, off.calendar?.includes('METHOD:CANCEL')]).toEqual([true, true])
  expect(off.text).toContain('Было назначено на: 20 мая 2026 г. в 12:00')
})
