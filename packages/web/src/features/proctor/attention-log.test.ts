import { expect, test } from 'vitest'
import { AttentionLog } from './attention-log.ts'

const made = () => {
  let n = 0
  return new AttentionLog(() => `id-${++n}`)
}
const seen = (log: AttentionLog, at: number) =>
  log
    .unsent(at)
    .map(({ what, session, agoMs, ...more }) => [
      what,
      session,
      agoMs,
      'lengthMs' in more ? more.lengthMs : more.alert,
    ])

test('enlarging another person ends the look at the one before; nobody is looked at while the page is out of sight', () => {
  const log = made()
  log.look('enlarged', 'ses_a', 0)
  log.look('enlarged', 'ses_b', 4_000)
  log.look('enlarged', null, 9_000)
  log.look('enlarged', null, 60_000)
  expect(seen(log, 10_000)).toEqual([
    ['enlarged', 'ses_a', 6_000, 4_000],
    ['enlarged', 'ses_b', 1_000, 5_000],
  ])
})

test('a long look is cut into slices, so that a page that dies loses only the last', () => {
  const log = made()
  for (let at = 0; at <= 40_000; at += 1_000) log.look('listening', 'ses_a', at)
  expect(seen(log, 40_000)).toEqual([
    ['listening', 'ses_a', 25_000, 15_000],
    ['listening', 'ses_a', 10_000, 15_000],
  ])
  log.cut(40_000)
  expect(seen(log, 40_000).at(-1)).toEqual(['listening', 'ses_a', 0, 10_000])
})

test('what the server has confirmed is not sent again; what it has not keeps its name', () => {
  const log = made()
  log.look('enlarged', 'ses_a', 0)
  log.look('enlarged', null, 1_000)
  log.answered('ses_a', 'said:3', 2_000)
  expect(log.unsent(5_000)).toEqual(log.unsent(5_000))
  log.kept(['id-1'])
  expect(seen(log, 5_000)).toEqual([['answered', 'ses_a', 3_000, 'said:3']])
})
