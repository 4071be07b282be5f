// The pictures from before the exam beside a hint at the reviewer's desk: the same person, the same room, when nothing had happened yet.
import type { BeginningView, whyNoPictures } from '@ochno/contract/controls'
import type { StepId } from '@ochno/domain/identity/steps'
import type { ReviewId } from '@ochno/domain/ids'
import type { EvidenceId, IdentityEvidence } from '../../ports/door.ts'
import type { ReviewFacts } from '../../ports/review.ts'
import type { Tx } from '../../ports/store.ts'
import { type Asker, type DoorDeps, type No, no } from './deps.ts'
import { journalled } from './judge-case.ts'
import { objectKey } from './pass-door.ts'

/** Never the document: who it is was settled at the door. */
const SHOWN: readonly StepId[] = ['face', 'room', 'behind', 'desk']

/** As long as the recording is theirs to review; a control is looked at without knowing whose it is. */
const isOpenTo = (review: ReviewFacts | null, asker: Asker): review is ReviewFacts =>
  review !== null &&
  review.reviewer === asker.account &&
  review.reviewedAt === null &&
  asker.roles.includes('proctor')

export async function readBeginning(
  { store }: Pick<DoorDeps, 'store'>,
  asker: Asker,
  id: ReviewId,
): Promise<{ ok: true; body: BeginningView } | No<'not_found'>> {
  return store.inTenant(asker.tenant, async (tx) => {
    const review = await tx.reviews.find(id)
    if (!isOpenTo(review, asker)) return no('not_found')
    const { why, pictures } = await standing(tx, review)
    return {
      ok: true as const,
      body: {
        why,
        pictures: pictures.map((one) => ({
          id: one.id,
          step: one.step,
          part: one.part,
          takenAt: one.takenAt.toString(),
        })),
      },
    }
  })
}

type Why = (typeof whyNoPictures)[number]
type Standing = { readonly why: Why | null; readonly pictures: readonly IdentityEvidence[] }
const without = (why: Why): Standing => ({ why, pictures: [] })

async function standing(tx: Tx, { session, examinee, kind }: ReviewFacts): Promise<Standing> {
  if (kind === 'control') return without('none')
  if (await tx.retention.tombstoneOf(session)) return without('destroyed')
  if (await tx.retention.blocked(session)) return without('blocked')
  const last = new Map((await tx.consents.lives(examinee)).map((life) => [life.kind, life]))
  if ([...last.values()].some(({ state }) => state === 'withdrawn')) return without('withdrawn')
  const pictures = (await tx.doors.evidence(session)).filter(
    ({ step, kind: is, key }) => SHOWN.includes(step) && is === 'image/jpeg' && key !== null,
  )
  if (pictures.length > 0) return { why: null, pictures }
  return without((await tx.doors.shownEver(session)) > 0 ? 'forgotten' : 'none')
}

export async function viewBeginning(
  deps: DoorDeps,
  asker: Asker,
  ask: { readonly review: ReviewId; readonly evidence: EvidenceId },
): Promise<{ readonly ok: true; readonly bytes: Uint8Array } | No<'not_found' | 'journal_unavailable'>> {
  const found = await deps.store.inTenant(asker.tenant, async (tx) => {
    const review = await tx.reviews.find(ask.review)
    if (!isOpenTo(review, asker)) return null
    const one = (await standing(tx, review)).pictures.find(({ id }) => id === ask.evidence)
    return one?.key ? { session: review.session, evidence: one, key: one.key } : null
  })
  if (!found) return no('not_found')
  const { session, evidence, key } = found
  const told = { evidence: evidence.id, step: evidence.step, part: evidence.part, review: ask.review }
  if (!(await journalled(deps, asker, session, 'door.evidence', told, 'dishonesty_check')))
    return no('journal_unavailable')
  const stored = await deps.objects.get(objectKey(evidence))
  return stored ? { ok: true, bytes: deps.seal.open(evidence.id, key, stored) } : no('not_found')
}
