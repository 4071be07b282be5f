// Until when a recording is kept. Where no act says so and nobody decided, it is kept: nothing is destroyed by default (TR-10).
import { destroyAfter } from '../calendar/deadlines.ts'
import { lastDayOf, type Term } from '../calendar/term.ts'
import type { Calendar, PlainDate } from '../calendar/working-days.ts'
import { type EffectivePolicy, isSaid, numberOf } from '../policy/effective.ts'

export type RetentionRule =
  | { readonly until: 'months'; readonly months: number }
  | { readonly until: 'appeal_considered'; readonly filing: Term; readonly consideration: Term }

/** Null: the term is not set, or lacks a number. */
export function retentionRule(policy: EffectivePolicy): RetentionRule | null {
  if (isSaid(policy, 'retention.until', 'months')) {
    const months = numberOf(policy, 'retention.video_months')
    return months === null ? null : { until: 'months', months }
  }
  if (!isSaid(policy, 'retention.until', 'appeal_considered')) return null
  const filing = numberOf(policy, 'appeal.filing_days')
  const consideration = numberOf(policy, 'appeal.consideration_days')
  if (filing === null || consideration === null) return null
  return {
    until: 'appeal_considered',
    filing: { days: filing, unit: 'working_days' },
    consideration: { days: consideration, unit: 'working_days' },
  }
}

/** What the rules of an exam say about keeping: the term of the recording, and how long its result may be appealed against. */
export type KeepingRules = { readonly recording: RetentionRule | null; readonly filing: Term | null }

export function keepingRules(policy: EffectivePolicy): KeepingRules {
  const days = numberOf(policy, 'appeal.filing_days')
  return {
    recording: retentionRule(policy),
    filing: days === null ? null : { days, unit: 'working_days' },
  }
}

export type Kept = { readonly recordedOn: PlainDate; readonly resultAnnouncedOn: PlainDate | null }

export type KeptUntil =
  | { readonly known: true; readonly last: PlainDate }
  | { readonly known: false; readonly why: 'term_not_set' | 'result_not_announced' | 'calendar_ends' }

/** The last day of keeping. 001: months from the recording; 004: filing and consideration, from the announcement of the result. */
export function keptUntil(rule: RetentionRule | null, kept: Kept, calendar: Calendar): KeptUntil {
  if (rule === null) return { known: false, why: 'term_not_set' }
  if (rule.until === 'months') return { known: true, last: destroyAfter(kept.recordedOn, rule.months) }
  if (kept.resultAnnouncedOn === null) return { known: false, why: 'result_not_announced' }
  const filed = lastDayOf(rule.filing, kept.resultAnnouncedOn, calendar)
  const last = filed && lastDayOf(rule.consideration, filed, calendar)
  return last ? { known: true, last } : { known: false, why: 'calendar_ends' }
}
