import type { Instant } from '../time.ts'

/** Channels of the acts; `account` is the person's page in the electronic environment (ЭИОС). */
export type Channel = 'account' | 'email' | 'site' | 'max' | 'vk_teams' | 'telegram' | 'lms'

export type NoticeState = 'queued' | 'sent' | 'delivered' | 'read' | 'failed'

export type NoticeEvent = {
  readonly state: Exclude<NoticeState, 'queued'>
  readonly at: Instant
  readonly why?: string
}

/** One message to one person by one channel; the site addresses nobody (`to` is null). */
export type Notice = {
  readonly about: string
  /** Edition of what it tells; a changed schedule is told again. */
  readonly edition: number
  readonly to: string | null
  readonly channel: Channel
  readonly queuedAt: Instant
  readonly log: readonly NoticeEvent[]
}

/** Reports arrive out of order: a delivery once made stays made; before it the last report counts, so a retry is shown as sent. */
export function stateOf({ log }: Notice): NoticeState {
  const reached = (state: NoticeState) => log.some((event) => event.state === state)
  return reached('read') ? 'read' : reached('delivered') ? 'delivered' : (log.at(-1)?.state ?? 'queued')
}

export const note = (notice: Notice, event: NoticeEvent): Notice => ({
  ...notice,
  log: [...notice.log, event],
})

/** Told means it arrived; that it was queued or handed to a mail server is not enough. */
export const isTold = (notice: Notice): boolean => ['delivered', 'read'].includes(stateOf(notice))
