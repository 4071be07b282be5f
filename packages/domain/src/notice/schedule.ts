// 004 3.6: the schedule «в обязательном порядке доводится до испытуемого» through the electronic environment.
import type { Instant } from '../time.ts'
import { isTold, type Channel, type Notice } from './notice.ts'

export type PublishedSchedule = {
  readonly exam: string
  readonly edition: number
  readonly examinees: readonly string[]
}

/** One notice to each by the channel the act obliges, and one more by each additional channel. */
export function publishSchedule(
  { exam, edition, examinees }: PublishedSchedule,
  also: readonly Channel[],
  now: Instant,
): readonly Notice[] {
  const channels: readonly Channel[] = [
    'account',
    ...also.filter((channel) => channel !== 'account' && channel !== 'site'),
  ]
  return [...new Set(examinees)].flatMap((to) =>
    channels.map((channel) => ({ about: exam, edition, to, channel, queuedAt: now, log: [] })),
  )
}

/** Those whom this edition has not reached in their account; other channels do not stand in for it (TR-55). */
export const notTold = (
  { exam, edition, examinees }: PublishedSchedule,
  notices: readonly Notice[],
): readonly string[] =>
  [...new Set(examinees)].filter(
    (person) =>
      !notices.some(
        (notice) =>
          notice.about === exam &&
          notice.edition === edition &&
          notice.to === person &&
          notice.channel === 'account' &&
          isTold(notice),
      ),
  )
