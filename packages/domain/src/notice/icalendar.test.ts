import { expect, test } from 'vitest'
import { instant } from '../time.ts'
import { icalendar } from './icalendar.ts'

const event = {
  uid: 'ses_a',
  edition: 1,
  title: 'Физика',
  opensAt: instant('2026-05-20T07:00:00Z'),
  closesAt: instant('2026-05-20T10:00:00Z'),
  url: 'https://exam.example.ru/exam/ses_a',
  writtenAt: instant('2026-05-01T06:30:15.250Z'),
}
const encoder = new TextEncoder()

test('a calendar shows the exam at its time, whatever its zone, and a day before', () => {
  const lines = icalendar(event).split('\r\n')
  expect(lines).toEqual(
    expect.arrayContaining([
      'DTSTART:20260520T070000Z',
      'DTEND:20260520T100000Z',
      'DTSTAMP:20260501T063015Z',
      'SUMMARY:Физика',
      'TRIGGER:-P1D',
      'UID:ses_a@ochno',
    ]),
  )
  expect(lines.at(-1)).toBe('')
})

test('signs that mean something to a calendar are escaped', () => {
  const written = icalendar({ ...event, title: 'Химия; часть 1, «A\\B»\nустно' })
  expect(written).toContain('SUMMARY:Химия\\; часть 1\\, «A\\\\B»\\nустно\r\n')
})

test('no line is longer than 75 octets, no letter is cut, and unfolding gives the title back', () => {
  const title = `Промежуточная аттестация по дисциплине «Электробезопасность» 🎓 ${'я'.repeat(120)}`
  const written = icalendar({ ...event, title })
  for (const line of written.split('\r\n')) {
    expect(encoder.encode(line).length).toBeLessThanOrEqual(75)
    expect(line.isWellFormed()).toBe(true)
  }
  expect(written.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}\r\n`)
})
