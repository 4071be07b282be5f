// The exam the eyes of both browsers are proved on: its rules permit the draft, the examinee's conditions a helper beside them.
import { type HintView, readHints } from '@ochno/contract/hints'
import { askReview, listReviews } from '@ochno/contract/review'
import { readTrust } from '@ochno/contract/trust'
import { readTimeline } from '@ochno/contract/watch'
import { examUnderAct, ownActInForce } from '@ochno/testkit/act-in-force'
import type { TestPerson, TestServer, TestSession } from '@ochno/testkit/server'
import { expect, vi } from 'vitest'
import { clock } from '../packages/web/src/ui/clock.ts'
import type { Visit } from './screens-stand.ts'

export type WatchedExam = {
  readonly server: TestServer
  readonly proctor: TestPerson
  readonly session: TestSession
}

export async function watchedExam(server: TestServer): Promise<WatchedExam> {
  await ownActInForce(server.admin.client, {
    'detect.face_absent_s': 2,
    'gaze.only_screen': true,
    'permissions.switches': 10,
  })
  const proctor = await server.person('proctor', { fullName: 'Орлова Татьяна Юрьевна' })
  const card = { switches: [{ name: 'allow_drafts', limitSeconds: null }] } as const
  const exam = await examUnderAct(server.admin.client, card as never)
  const session = await server.running({ exam, proctors: [proctor] })
  await server.database.owner(
    `insert into accommodation (id, tenant_id, account_id, exam_id, kind, state, content, from_day, asked_by, asked_at)
     select 'acm_00000000000000000000000001', tenant_id, examinee_id, exam_id, 'pmpk_assistant', 'active', $3,
            '2026-01-01', $2, now() from session where id = $1`,
    [
      session.id,
      server.admin.id,
      JSON.stringify({
        document: '',
        services: ['take_seat'],
        helper: 'Котова Анна',
        means: [],
        extraMinutes: 0,
      }),
    ],
  )
  return { server, proctor, session }
}

export const stored = ({ proctor, session }: WatchedExam) =>
  proctor.client.done(readHints, { params: { sid: session.id } })

export const noticed = (
  exam: WatchedExam,
  code: string,
  so: (hint: HintView) => boolean = () => true,
): Promise<HintView> =>
  vi.waitFor(
    async () => {
      const hint = (await stored(exam)).hints.find((one) => one.code === code && so(one))
      if (!hint) throw new Error(`${code} was not noticed`)
      return hint
    },
    { timeout: 120_000, interval: 500 },
  )

/** Who left, the helper who is permitted, the look at the draft that is permitted. */
export type Noticed = { readonly gone: HintView; readonly helper: HintView; readonly bent: HintView }

export function expectPermitted({ gone, helper, bent }: Noticed): void {
  expect(gone).toMatchObject({ verdict: 'counts', because: [] })
  expect(helper).toMatchObject({ verdict: 'permitted', because: ['pmpk_assistant'] })
  expect(bent).toMatchObject({ about: 'workplace', verdict: 'permitted', because: ['allow_drafts'] })
}

export async function expectCosts({ proctor, session }: WatchedExam, { gone, helper, bent }: Noticed) {
  const { trust } = await proctor.client.done(readTrust, { params: { sid: session.id } })
  const costOf = (hint: HintView) => trust?.reasons.find((one) => one.hint === hint.no)
  expect(costOf(gone)).toMatchObject({ standing: 'hint' })
  expect(costOf(gone)?.points).toBeGreaterThan(0)
  for (const permitted of [helper, bent])
    expect(costOf(permitted), permitted.code).toMatchObject({ standing: 'permitted', points: 0 })
}

/** Each on the timeline at its second, with the words of what permits it. The offset of the recording on its clock comes back. */
export async function expectOnReview(
  { server, proctor, session }: WatchedExam,
  { page }: Visit,
  { gone, helper, bent }: Noticed,
): Promise<number> {
  await server.admin.client.done(askReview, { body: { session: session.id } })
  const { rows } = await proctor.client.done(listReviews, {})
  const { zeroMs } = await proctor.client.done(readTimeline, { params: { sid: session.id } })
  await page.goto(`/reviews/${rows[0]?.id}`)
  for (const [hint, said] of [
    [gone, ''],
    [helper, 'Разрешено: особые условия'],
    [bent, 'Разрешено: правила экзамена'],
  ] as const)
    await page
      .getByRole('button', { name: `${clock(hint.fromMs - zeroMs)} ${hint.wording}` })
      .filter({ hasText: said })
      .first()
      .waitFor()
  return zeroMs
}
