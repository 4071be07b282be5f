import type { Lifecycle } from './machine.ts'

export type MarkState =
  | 'none'
  | 'detected'
  | 'confirmed'
  | 'dismissed'
  | 'covered_by_accommodation'
  | 'counted'
  | 'annulled_on_appeal'
  | 'reported'
  | 'verified'

export type MarkCommand =
  | 'hint'
  | 'mark'
  | 'confirm'
  | 'dismiss'
  | 'cover'
  | 'count'
  | 'annul'
  | 'report'
  | 'verify'

export type MarkFacts = {
  readonly reasonGiven: boolean
  readonly accommodationActive: boolean
  readonly code: string
  readonly sourceDocument: boolean
  readonly appealSatisfied: boolean
}

export const markRefusals = [
  'no_reason',
  'no_accommodation',
  'only_impersonation',
  'no_source_document',
  'no_appeal',
] as const
export type MarkRefusal = (typeof markRefusals)[number]

/** A hint is the machine's; from there on every step is a person's (R1-3.3a). Nothing is ever removed: `dismissed` stays on record. */
export const mark: Lifecycle<MarkState, MarkCommand, MarkFacts, MarkRefusal> = {
  id: 'SM-3',
  first: 'none',
  refusals: markRefusals,
  moves: [
    { from: ['none'], on: 'hint', to: 'detected', by: ['system'], clause: 'R4-4.5' },
    { from: ['none'], on: 'mark', to: 'confirmed', by: ['proctor'], clause: 'R1-3.3a' },
    { from: ['detected'], on: 'confirm', to: 'confirmed', by: ['proctor'], clause: 'R1-3.3a' },
    {
      from: ['detected'],
      on: 'dismiss',
      to: 'dismissed',
      by: ['proctor'],
      guard: (f) => (f.reasonGiven ? null : 'no_reason'),
      clause: 'SM-3',
    },
    {
      from: ['confirmed'],
      on: 'cover',
      to: 'covered_by_accommodation',
      by: ['proctor', 'teacher'],
      guard: (f) => (f.accommodationActive ? null : 'no_accommodation'),
      clause: 'SM-3',
    },
    { from: ['confirmed', 'verified'], on: 'count', to: 'counted', by: ['system'], clause: 'SM-3' },
    {
      from: ['counted'],
      on: 'annul',
      to: 'annulled_on_appeal',
      by: ['commission'],
      guard: (f) => (f.appealSatisfied ? null : 'no_appeal'),
      clause: 'SM-3',
    },
    {
      from: ['none'],
      on: 'report',
      to: 'reported',
      by: ['office', 'teacher', 'director'],
      guard: (f) => (f.code === 'impersonation_confirmed' ? null : 'only_impersonation'),
      clause: 'TR-41',
    },
    {
      from: ['reported'],
      on: 'verify',
      to: 'verified',
      by: ['director', 'teacher'],
      guard: (f) => (f.sourceDocument ? null : 'no_source_document'),
      clause: 'TR-41',
    },
  ],
}
