// 004 5.12: a new date is announced on the site, in the account, by e-mail: one, several or all.
import type { Instant } from '../time.ts'
import type { Notice } from './notice.ts'

export type AnnouncementChannel = 'site' | 'account' | 'email'

export type Postponed = {
  readonly exam: string
  readonly edition: number
  readonly examinees: readonly string[]
  readonly subject: string
  readonly group: string
  readonly newDate: string
}

export type Announcement = {
  readonly notices: readonly Notice[]
  /** The post of the site: what and when, nobody's name (TR-55). */
  readonly post: { readonly subject: string; readonly group: string; readonly newDate: string } | null
}

export type Announced =
  | { readonly ok: true; readonly announcement: Announcement }
  | { readonly ok: false; readonly why: 'no_channel' | 'no_new_date' }

export function announce(
  postponed: Postponed,
  channels: readonly AnnouncementChannel[],
  now: Instant,
): Announced {
  if (postponed.newDate.trim() === '') return { ok: false, why: 'no_new_date' }
  if (channels.length === 0) return { ok: false, why: 'no_channel' }
  const { exam: about, edition, examinees, subject, group, newDate } = postponed
  const notices = [...new Set(channels)].flatMap((channel): readonly Notice[] =>
    (channel === 'site' ? [null] : [...new Set(examinees)]).map((to) => ({
      about,
      edition,
      to,
      channel,
      queuedAt: now,
      log: [],
    })),
  )
  return {
    ok: true,
    announcement: { notices, post: channels.includes('site') ? { subject, group, newDate } : null },
  }
}
