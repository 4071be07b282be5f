import type { OverdueOriginal } from '../consent/paper.ts'
import type { Instant } from '../time.ts'
import type { Channel, Notice } from './notice.ts'

/** Each person of the overdue list is told once per exam and channel, however often the list is made. */
export const overdueNotices = (
  exam: string,
  overdue: readonly OverdueOriginal[],
  channels: readonly Channel[],
  before: readonly Notice[],
  now: Instant,
): readonly Notice[] =>
  overdue
    .flatMap(({ person }) =>
      channels.map(
        (channel): Notice => ({
          about: `consent_original ${exam}`,
          edition: 1,
          to: person,
          channel,
          queuedAt: now,
          log: [],
        }),
      ),
    )
    .filter(
      (notice) =>
        !before.some(
          ({ about, to, channel }) =>
            about === notice.about && to === notice.to && channel === notice.channel,
        ),
    )
