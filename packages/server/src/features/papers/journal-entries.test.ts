import { noPapers } from '@ochno/domain/appointment/papers'
import { HAND } from '@ochno/domain/document/hand-filled'
import { expect, test } from 'vitest'
import { entriesOf } from './journal-entries.ts'

test('R3-2.6c TR-73 what was not confirmed stands beside an empty place, and whoever instructed is not named for a training of another day', () => {
  const [day, next] = ['2026-02-12', '2026-02-14']
  const papers = {
    ...noPapers,
    instructed: { on: day, by: 'Гусев Иван Львович', own: true },
    trained: [
      { variant: 'sync', on: day, own: false },
      { variant: 'async', on: next, own: true },
      { variant: 'offline', on: day, own: true },
    ],
  } as const
  const said = 'подтверждено в личном кабинете'
  const lines = entriesOf({ name: 'Седова Анна', papers }).map(({ on, topics, by, acknowledged }) => [
    on.toString(),
    topics.join(),
    by,
    acknowledged,
  ])
  expect(lines).toEqual([
    [day, 'synchronous', HAND, null],
    [day, 'system,offline', 'Гусев Иван Львович', `${said} 12.02.2026`],
    [next, 'asynchronous', HAND, `${said} 14.02.2026`],
  ])
})
