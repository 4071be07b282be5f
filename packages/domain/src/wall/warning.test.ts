import { expect, test } from 'vitest'
import { instant } from '../time.ts'
import { under } from './samples.ts'
import { isWholeInRoom, notReachedBy, reachedBy, type Warning, warn, warningCount } from './warning.ts'

const now = instant('2026-06-01T09:00:00Z')
const given = { reason: 'Взгляд в сторону', template: 'Смотрите на экран.', ownWords: 'Второй раз.' }
const warned = (): Warning => {
  const made = warn(given, under('004'), now)
  if (!made.ok) throw new Error(made.why)
  return made.warning
}

test('R4-7.5a TR-46 under 004 a warning is text and audio, and counts when both have reached the examinee', () => {
  const sent = warned()
  expect(sent.by).toEqual(['text', 'audio'])
  const shown = reachedBy(sent, 'text', now.add({ seconds: 1 }))
  expect(notReachedBy(shown)).toEqual(['audio'])
  expect(warningCount([shown])).toEqual({ given: 0, sent: 1 })
  const heard = reachedBy(shown, 'audio', now.add({ seconds: 4 }))
  expect(warningCount([heard, shown])).toEqual({ given: 1, sent: 2 })
})

test('R4-7.5a a warning carries the template and the proctor’s own words, one of them at least', () => {
  expect(warned().words).toBe('Смотрите на экран.\nВторой раз.')
  expect(warn({ ...given, template: '' }, under('004'), now)).toMatchObject({
    warning: { words: 'Второй раз.' },
  })
  expect(warn({ ...given, template: '', ownWords: ' ' }, under('004'), now)).toEqual({
    ok: false,
    why: 'no_words',
  })
})

test('a confirmation of display is kept as it first came, and none is taken from a medium that was not used', () => {
  const first = now.add({ seconds: 1 })
  const twice = reachedBy(reachedBy(warned(), 'text', first), 'text', now.add({ seconds: 9 }))
  expect(twice.reached.text).toEqual(first)
  expect(reachedBy(warned(), 'chat', first).reached).toEqual({})
})

test('TR-46 the media are those of the act: the chat under 000, an instruction under 003, none under 002', () => {
  const by = (act: '000' | '002' | '003') => {
    const made = warn(given, under(act), now)
    return made.ok ? made.warning.by : made.why
  }
  expect([by('000'), by('003'), by('002')]).toEqual([['chat'], ['instruction'], 'not_under_this_act'])
})

test('TR-47 R1-5.2b R3-5.2.2 R4-7.3.2 no warning without a reason', () => {
  for (const act of ['000', '003', '004'] as const)
    expect(warn({ ...given, reason: ' ' }, under(act), now)).toEqual({ ok: false, why: 'no_reason' })
  const policy = under('001', { 'live.warning_media': ['text'] })
  expect(warn({ ...given, reason: '' }, policy, now)).toEqual({ ok: false, why: 'no_reason' })
})

test('R4-7.5a face to face too a warning of 004 is shown and read aloud, and counts at once; other media need no hand', () => {
  expect(isWholeInRoom(['text', 'audio'], ['text'])).toBe(false)
  expect(isWholeInRoom(['text', 'audio'], ['audio', 'text'])).toBe(true)
  expect(isWholeInRoom(['instruction'], [])).toBe(true)
})
