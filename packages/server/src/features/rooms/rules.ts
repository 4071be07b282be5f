// R0-3.3: what people are told before they use rooms for the first time, and again when it was written anew.
import type { AccountId } from '@ochno/domain/ids'
import { rulesTexts } from '@ochno/domain/services/rules-texts'
import type { Instant } from '@ochno/domain/time'
import type { Tx } from '../../ports/store.ts'

/** Before the institution publishes its own. */
const FIRST = 'first'

export type RulesNow = {
  readonly edition: string
  readonly text: string
  readonly requirements: string
  readonly protection: string
}

export async function rulesInForce(_tx: Tx): Promise<RulesNow> {
  return { edition: FIRST, ...rulesTexts.video }
}

export async function rulesOf(
  tx: Tx,
  account: AccountId,
): Promise<RulesNow & { readonly readAt: Instant | null; readonly changed: boolean }> {
  const rules = await rulesInForce(tx)
  const read = await tx.rooms.rulesRead(account)
  const at = read.find(({ edition }) => edition === rules.edition)?.at ?? null
  return { ...rules, readAt: at, changed: at === null && read.length > 0 }
}

/** The institution switched meetings by video off (000, its title). */
export async function isSwitchedOff(_tx: Tx): Promise<boolean> {
  return false
}
