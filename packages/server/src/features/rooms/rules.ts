// R0-3.3: what people are told before they use rooms for the first time, and again when it was written anew. The rules are those of
// the register of services once it has this one; one acknowledgement counts in both places.
import type { AccountId } from '@ochno/domain/ids'
import { rulesTexts } from '@ochno/domain/services/rules-texts'
import type { Instant } from '@ochno/domain/time'
import type { ServiceId, StoredService } from '../../ports/services.ts'
import type { Tx } from '../../ports/store.ts'

/** The platform's own service of meetings by video, in the register of known services. */
const OWN_SERVICE = 'video-platform'
/** Before the institution publishes its own. */
const FIRST = 'first'

export type RulesNow = {
  readonly edition: string
  readonly text: string
  readonly requirements: string
  readonly protection: string
  readonly of: { readonly service: ServiceId; readonly version: number } | null
}

const ownService = async (tx: Tx): Promise<StoredService | null> =>
  (await tx.services.list()).find(({ code }) => code === OWN_SERVICE) ?? null

export async function rulesInForce(tx: Tx): Promise<RulesNow> {
  const own = await ownService(tx)
  const published = own ? (await tx.services.rules()).get(own.id) : undefined
  if (!own || !published) return { edition: FIRST, of: null, ...rulesTexts.video }
  const { version, text, requirements, protection } = published
  return {
    edition: `${own.id}:${version}`,
    of: { service: own.id, version },
    text,
    requirements,
    protection,
  }
}

export async function rulesOf(
  tx: Tx,
  account: AccountId,
): Promise<RulesNow & { readonly readAt: Instant | null; readonly changed: boolean }> {
  const rules = await rulesInForce(tx)
  const read = await tx.rooms.rulesRead(account)
  const at =
    read.find(({ edition }) => edition === rules.edition)?.at ?? (await readInRegister(tx, account, rules))
  return { ...rules, readAt: at, changed: at === null && read.length > 0 }
}

async function readInRegister(tx: Tx, account: AccountId, { of }: RulesNow): Promise<Instant | null> {
  if (!of || ((await tx.services.acknowledgedBy(account)).get(of.service) ?? 0) < of.version) return null
  const all = await tx.services.acknowledgements(of.service)
  return all.find(({ person, version }) => person.id === account && version >= of.version)?.at ?? null
}

export async function keepRead(tx: Tx, account: AccountId, rules: RulesNow, now: Instant): Promise<void> {
  await tx.rooms.readRules(account, rules.edition, now)
  if (rules.of) await tx.services.acknowledge(rules.of.service, rules.of.version, account, now)
}

/** The institution switched meetings by video off (000, its title), or this service of them. */
export async function isSwitchedOff(tx: Tx): Promise<boolean> {
  if ((await tx.services.setting()).off.includes('video')) return true
  const state = (await ownService(tx))?.state
  return state === 'suspended' || state === 'retired'
}
