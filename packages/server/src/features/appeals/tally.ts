import { tally, votingUnset } from '@ochno/domain/appeal/vote'
import type { Appeal } from '../../ports/appeals.ts'

export const tallyOf = ({ commission, votes, voting }: Appeal) =>
  tally(commission, votes ?? [], voting ?? votingUnset)
