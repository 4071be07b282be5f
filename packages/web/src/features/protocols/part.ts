import type { ProtocolDraftGiven, ProtocolView } from '@ochno/contract/protocols'

export type Draft = ProtocolDraftGiven

/** What each card of the protocol is given. */
export type Part = {
  readonly view: ProtocolView
  readonly draft: Draft
  readonly zone: string
  readonly locked: boolean
  readonly change: (part: Partial<Draft>) => void
}
