// What a form holds while an exam is being written, and the request it becomes.
import type { ExamCardGiven, ExamFormView } from '@ochno/contract/exam-card'
import type { ExamView } from '@ochno/contract/exams'
import { plainCard } from '@ochno/domain/exam/card'
import { fromZoned, toZoned } from '../../api/zoned.ts'

export type ExamDraft = {
  readonly title: string
  readonly instructions: string
  readonly opensAt: string
  readonly closesAt: string
  readonly lengthMinutes: number
  readonly card: ExamCardGiven
  /** One a line, as people type them. */
  readonly sites: string
  readonly software: string
  readonly requirements: string
}

type Act = NonNullable<ExamFormView['act']>

const HOUR = 3_600_000
const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** A new exam as the act makes it most often: the next full hour, two hours of window. */
export function newDraft(act: Act, zone: string, nowMs: number): ExamDraft {
  const from = Math.ceil(nowMs / HOUR) * HOUR
  const plain = plainCard as unknown as ExamCardGiven
  return {
    title: '',
    instructions: '',
    opensAt: toZoned(new Date(from).toISOString(), zone),
    closesAt: toZoned(new Date(from + 2 * HOUR).toISOString(), zone),
    lengthMinutes: Math.min(act.longestMinutes ?? 90, 90),
    card: {
      ...plain,
      kind: act.usualKind ?? act.kinds[0] ?? plain.kind,
      event: act.events[0] ?? plain.event,
      object: act.objects[0] ?? plain.object,
      mode: act.modes.sync.allowed ? 'sync' : act.modes.async_human.allowed ? 'async_human' : 'sync',
    },
    sites: '',
    software: '',
    requirements: '',
  }
}

export function draftOf(exam: ExamView, card: ExamCardGiven, zone: string): ExamDraft {
  const named = (site: boolean) =>
    card.software.flatMap(({ kind, name }) => ((kind === 'site') === site ? [name] : [])).join('\n')
  return {
    title: exam.title,
    instructions: exam.instructions,
    opensAt: toZoned(exam.opensAt, zone),
    closesAt: toZoned(exam.closesAt, zone),
    lengthMinutes: exam.lengthMinutes,
    card,
    sites: named(true),
    software: named(false),
    requirements: card.requirements.join('\n'),
  }
}

const filled = (text: string | null): string | null => text?.trim() || null

export function bodyOf({ card, sites, software, requirements, ...about }: ExamDraft, zone: string) {
  const { to, address, name } = card.delivery
  const onWeb = to === 'lms' || to === 'external'
  return {
    ...about,
    opensAt: fromZoned(about.opensAt, zone),
    closesAt: fromZoned(about.closesAt, zone),
    card: {
      ...card,
      subject: filled(card.subject),
      delivery: { to, address: onWeb ? filled(address) : null, name: onWeb ? null : filled(name) },
      software: [
        ...lines(sites).map((site) => ({ kind: 'site' as const, name: site })),
        ...lines(software).map((program) => ({ kind: 'software' as const, name: program })),
      ],
      requirements: lines(requirements),
    },
  }
}

/** What keeps a step from being left; null when it is done. */
export function missingIn(
  step: number,
  draft: ExamDraft,
): 'title' | 'times' | 'length' | 'address' | 'name' | null {
  if (step === 0) {
    if (draft.title.trim() === '') return 'title'
    if (draft.closesAt <= draft.opensAt) return 'times'
    return draft.lengthMinutes < 1 ? 'length' : null
  }
  if (step !== 1) return null
  const { to, address, name } = draft.card.delivery
  const link = filled(address)
  if (to === 'external' && link === null) return 'address'
  if ((to === 'lms' || to === 'external') && link !== null && !/^https?:\/\/\S+$/.test(link)) return 'address'
  return (to === 'installed' || to === 'classroom') && filled(name) === null ? 'name' : null
}
