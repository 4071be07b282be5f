// A recording that is played back instead of filmed: the same bytes lie in two places. A person looks at both and says what it was.
import { type Replay, replayRule, replaysIn } from '@ochno/domain/hint/replay'
import { isListed } from '@ochno/domain/hint/rules'
import type { SessionId, TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { Tx } from '../../ports/store.ts'
import { type HintDeps, rulesUnder } from './deps.ts'
import { putFound } from './found-by-server.ts'

type Deps = Pick<HintDeps, 'store' | 'bell'>

/** Headers read in one transaction, and transactions of one institution in one sweep: what is left comes with the next. */
const AT_ONCE = 2_000
const BATCHES = 50

export async function findReplays(deps: Deps, tenant: TenantId, now: Instant): Promise<number> {
  let found = 0
  for (let batch = 0; batch < BATCHES; batch++) {
    // What was read and what was found in it are kept together or not at all.
    const round = await deps.store.inTenant(tenant, async (tx) => {
      const { more, copying } = await tx.replays.read(AT_ONCE)
      const proctors = []
      for (const id of copying) proctors.push(...(await judge(tx, id, now)))
      return { more, proctors }
    })
    if (round.proctors.length > 0) {
      deps.bell.ring(round.proctors)
      found++
    }
    // What is recorded meanwhile comes with the next sweep: a class that goes on would never let this one end.
    if (!round.more) break
  }
  return found
}

async function judge(tx: Tx, id: SessionId, now: Instant) {
  const session = await tx.sessions.lock(id)
  const under = await rulesUnder(tx, id)
  if (!session || !under || !isListed(replayRule.code, under.settings.act)) return []
  const { own, first } = await tx.replays.samesOf(id)
  const replays = replaysIn(own, first)
  const news = []
  for (const replay of replays) if (await put(tx, id, replay, now)) news.push(replay)
  return news.length > 0 ? session.proctors.map(({ id: proctor }) => proctor) : []
}

/** A replay that goes on, at whichever end, is the same hint, longer. */
async function put(
  tx: Tx,
  id: SessionId,
  { track, seq, from, to, of }: Replay,
  now: Instant,
): Promise<boolean> {
  const touching = await replayAt(tx, id, from, to)
  const hint = { ...replayRule, from, to, ongoing: false, strength: 1, made: [] }
  const own = touching && (await tx.hints.ownIdOf(id, touching.no))
  if (!(await putFound(tx, id, { ...hint, id: own ?? `${replayRule.rule}@${track}_${seq}` }, now)))
    return false
  const stored = await replayAt(tx, id, from, to)
  if (stored)
    await tx.hints.putCopy(id, stored.no, { session: of.session as SessionId, from: of.from, to: of.to })
  return true
}

const replayAt = async (tx: Tx, id: SessionId, from: number, to: number) =>
  (await tx.hints.of([id])).find((one) => one.rule === replayRule.rule && one.from <= to && one.to >= from)
