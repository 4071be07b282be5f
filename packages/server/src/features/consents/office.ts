// What holds for everybody's consents in one institution on one day: its decisions, its texts, what its act asks for.
import { canonical } from '@ochno/evidence/jcs'
import { type Demand, demandOf, nothingAsked, together } from '@ochno/domain/consent/demand'
import type { ConsentKind } from '@ochno/domain/consent/rules'
import { type ConsentText, reviewText } from '@ochno/domain/consent/text'
import type { Institution } from '@ochno/domain/document/institution'
import { type Operator, textOf, wordingOf } from '@ochno/domain/consent/wording'
import { settingOf } from '@ochno/domain/policy/act-policy'
import type { EffectivePolicy } from '@ochno/domain/policy/effective'
import type { Instant, Temporal } from '@ochno/domain/time'
import type { ConsentSettings, KeptText } from '../../ports/consents.ts'
import type { Tx } from '../../ports/store.ts'
import type { ConsentDeps } from './deps.ts'

export const noSettings: ConsentSettings = { age: null, alternatives: [], thirdParty: null }

export type Office = {
  readonly settings: ConsentSettings
  /** How papers name the institution; null while that is not filled. */
  readonly issuer: Institution | null
  readonly operator: Operator
  readonly code: string | null
  readonly zone: string
  readonly now: Instant
  readonly today: Temporal.PlainDate
  /** Of the act in force, for whoever has no exam ahead yet: a consent is given once (R4-3.11d). */
  readonly byAct: Demand
  /** The text of a kind as it stands today, and whether it may be put before people. */
  readonly text: (kind: ConsentKind) => Promise<{ readonly kept: KeptText; readonly ready: boolean }>
}

export const demandOfExam = (policy: EffectivePolicy): Demand => demandOf((key) => policy[key].value)

export async function openOffice(
  deps: Pick<ConsentDeps, 'ids' | 'digest'>,
  tx: Tx,
  now: Instant,
): Promise<Office> {
  const [settings, institution, paper, editions] = [
    (await tx.consents.settings()) ?? noSettings,
    await tx.institutions.own(),
    await tx.papers.setting(),
    await tx.acts.list(),
  ]
  const act = editions.find(({ state }) => state === 'effective') ?? null
  const operator: Operator = {
    name: paper?.name ?? institution.name,
    short: paper?.short || institution.name,
    address: paper?.address ?? '',
    act: act?.card.title ?? null,
    thirdParty: settings.thirdParty,
  }
  const { zone } = institution
  const filled = paper?.dative && paper.short && paper.address ? paper : null
  const known = new Map<ConsentKind, { kept: KeptText; ready: boolean }>()
  return {
    settings,
    issuer: filled && { ...filled, zone },
    operator,
    code: act?.card.code ?? null,
    zone,
    now,
    today: now.toZonedDateTimeISO(institution.zone).toPlainDate(),
    byAct: act
      ? demandOf((key) => {
          const setting = settingOf(act.policy, key)
          return setting.state === 'open' ? null : setting.value
        })
      : nothingAsked,
    text: async (kind) => {
      const found = known.get(kind)
      if (found) return found
      const wording = wordingOf(kind, operator)
      const kept = await tx.consents.keepText({
        id: deps.ids.make('ctx'),
        kind,
        sha256: deps.digest(canonical(wording)),
        wording,
        createdAt: now,
      })
      const text: ConsentText = textOf(wording, kept.id, [])
      const made = { kept, ready: reviewText(text).problems.length === 0 }
      known.set(kind, made)
      return made
    },
  }
}

export const allAsked = (office: Office, ahead: readonly { readonly policy: EffectivePolicy }[]): Demand =>
  together([office.byAct, ...ahead.map(({ policy }) => demandOfExam(policy))])

/** First letters of the hash: people read it aloud over the telephone. */
export const versionOf = (text: KeptText): string =>
  [...text.sha256.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
export const hashOf = (text: KeptText): string =>
  [...text.sha256].map((byte) => byte.toString(16).padStart(2, '0')).join('')
