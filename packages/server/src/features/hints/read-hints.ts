import type { SessionId } from '@ochno/domain/ids'
import { catalogue } from '@ochno/domain/incident/catalogue'
import { unseenOn } from '@ochno/domain/hint/told'
import type { Instant } from '@ochno/domain/time'
import type { StoredBlindness } from '../../ports/hints.ts'
import type { Tx } from '../../ports/store.ts'
import {
  type HintDeps,
  isReplay,
  no,
  type Person,
  roleAt,
  rulesUnder,
  seenIn,
  seenOf,
  viewsFor,
} from './deps.ts'
import { judgeMany } from './judge-many.ts'

export const readHints = (deps: HintDeps, person: Person, id: SessionId, now: Instant) =>
  deps.store.inTenant(person.tenant, async (tx) => {
    const session = await tx.sessions.find(id)
    if (!session || (await roleAt(tx, person, session)) === null) return no('not_found')
    const under = await rulesUnder(tx, id)
    const seen = under ? await seenIn(tx, id, under, now) : { hints: [], blind: [] }
    const machine = await tx.hints.machineOf(id)
    return {
      ok: true as const,
      body: {
        now: now.toString(),
        hints: await viewsFor(tx, person, seen.hints),
        blind: seen.blind.map(blindOf),
        machine,
        means: meansOf(machine),
        unseen: under
          ? unseenOn(under.settings, machine).map((code) => ({ code, wording: catalogue[code].wording }))
          : [],
      },
    }
  })

type Known = { readonly camera: string | null; readonly microphone: string | null } | null

/** R0-2.5a.3: what the hints and the score of this session were made of. */
export const meansOf = (machine: Known): string[] =>
  machine === null
    ? []
    : [
        ...(machine.camera ? ['camera'] : []),
        ...(machine.microphone ? ['microphone'] : []),
        'screen',
        'browser',
      ]

const blindOf = ({ sensor, from, to, why, ongoing }: StoredBlindness) => ({
  sensor,
  fromMs: from,
  toMs: to,
  why,
  ongoing,
})

/** Older than this and answered: it is in the session's own list. */
const RECENT_MS = 15 * 60_000
const AT_ONCE = 200

async function wallOf(tx: Tx, person: Person, now: Instant) {
  const recent = now.epochMilliseconds - RECENT_MS
  const hints = []
  const blind = []
  for (const [id, { judged, blind: blindness }] of await judgeMany(
    tx,
    await tx.hints.watchedBy(person.account, now),
    now,
  )) {
    const copies = judged.some(({ hint }) => isReplay(hint)) ? await tx.hints.copiesOf(id) : null
    const seen = seenOf(judged, blindness, copies)
    const late = seen.hints.filter((hint) => hint.to >= recent || hint.ongoing)
    hints.push(...(await viewsFor(tx, person, late)))
    blind.push(
      ...seen.blind
        .filter(({ to, ongoing }) => ongoing || to >= recent)
        .map((one) => ({ session: id, ...blindOf(one) })),
    )
  }
  hints.sort((a, b) => b.fromMs - a.fromMs)
  return { hints: hints.slice(0, AT_ONCE), blind: blind.slice(-AT_ONCE) }
}

/** An open question instead of a socket: it is answered as soon as there is something the asker does not have. */
export async function watchHints(
  deps: HintDeps,
  person: Person,
  asked: { readonly seen: string; readonly waitMs: number; readonly gone: AbortSignal },
  now: Instant,
) {
  const read = async () => {
    const wall = await deps.store.inTenant(person.tenant, (tx) => wallOf(tx, person, now))
    const seen = [...deps.digest(JSON.stringify(wall)).subarray(0, 16)]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('')
    return { ok: true as const, body: { now: now.toString(), seen, ...wall } }
  }
  // Listening begins before looking: what comes between the two is not missed.
  const rang = deps.bell.wait(person.account, asked.waitMs, asked.gone)
  const first = await read()
  if (first.body.seen !== asked.seen || asked.waitMs === 0) return first
  await rang
  return read()
}
