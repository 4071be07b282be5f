// Which parts of an act's card still change at a stage of its life (SM-15): the text until it is considered, the approval until
// the order, the signed and published file for as long as the edition lives.
import type { ActState } from '../lifecycle/act.ts'

export type CardPart = 'text' | 'approval' | 'publication'

export const cardParts = {
  title: 'text',
  code: 'text',
  grounds: 'text',
  otherActs: 'text',
  force: 'text',
  steps: 'approval',
  approver: 'approval',
  order: 'approval',
  approvedOn: 'approval',
  effectiveFrom: 'approval',
  signature: 'publication',
  publicUrl: 'publication',
} as const satisfies Record<string, CardPart>

export type CardField = keyof typeof cardParts

const open: Readonly<Record<ActState, readonly CardPart[]>> = {
  draft: ['text', 'approval', 'publication'],
  considered: ['approval', 'publication'],
  agreed: ['approval', 'publication'],
  approved: ['publication'],
  effective: ['publication'],
  superseded: [],
}

export const mayChangePart = (state: ActState, part: CardPart): boolean => open[state].includes(part)
export const mayChangeField = (state: ActState, field: CardField): boolean =>
  mayChangePart(state, cardParts[field])
