// A thousand examinees into slots under the limits of an act, through the server: once there is room for all, once there is not.
import type { ExamCardGiven } from '@ochno/contract/exam-card'
import { createExam, publishExam } from '@ochno/contract/exams'
import { planExam } from '@ochno/contract/exam-schedule'
import { plainCard } from '@ochno/domain/exam/card'
import type { AccountId } from '@ochno/domain/ids'
import { actInForce, teachersThere } from '@ochno/testkit/act-in-force'
import { startCluster } from '@ochno/testkit/cluster'
import { bootServer } from '@ochno/testkit/server'
import { median, type Figures, round, type Say } from '../scenario.ts'

/** All as seconds or as counts of what must not be. */
export const targets = { all_s: 2, tight_s: 2, vs_limit: 1, not_placed: 0, unexplained: 0, over_limit: 0 }

const PEOPLE = 1_000
const PROCTORS = 18
const ROUNDS = 5
const DAY = 24 * 3_600_000

export async function run(say: Say): Promise<Figures> {
  const stopCluster = await startCluster()
  const server = await bootServer()
  try {
    const { client } = server.admin
    await actInForce(client, '001')
    const { rows } = await server.database.owner(
      `with made as (insert into account (id, tenant_id, login, full_name, created_at)
         select 'acc_' || lpad(translate(to_hex(i), '0189', 'wxyz'), 26, 'q'), $1, 'plan' || i, 'Плановый Номер' || i, now()
         from generate_series(1, $2::int) i returning id),
       role as (insert into account_role (tenant_id, account_id, role) select $1, id, 'examinee' from made)
       select id from made order by id`,
      [server.id, PEOPLE],
    )
    const examinees = rows.map((row: { id: string }) => row.id as AccountId)
    const proctors: AccountId[] = []
    for (let i = 0; i < PROCTORS; i++) proctors.push((await server.person('proctor')).id)
    const solve = async (days: number) => {
      const from = Date.now() + 3_600_000
      const at = (ms: number) => new Date(ms).toISOString()
      const exam = await client.done(createExam, {
        body: {
          title: `Экзамен на ${days} дн.`,
          opensAt: at(from),
          closesAt: at(from + days * DAY),
          // 001 allows no longer.
          lengthMinutes: 45,
          card: plainCard as unknown as ExamCardGiven,
          teachers: await teachersThere(client),
        },
      })
      await client.done(publishExam, { params: { eid: exam.id } })
      const ask = {
        params: { eid: exam.id },
        body: { examinees, proctors, first: at(from), windowMinutes: 15, betweenMinutes: 10 },
      }
      const took: number[] = []
      let plan = await client.done(planExam, ask)
      for (let i = 0; i < ROUNDS; i++) {
        const began = performance.now()
        plan = await client.done(planExam, ask)
        took.push((performance.now() - began) / 1000)
      }
      const seated = plan.slots.flatMap(({ seats }) => seats)
      say(
        `${days} days: ${seated.length} in ${plan.slots.length} slots, ${plan.unfit.length} do not fit, ` +
          `${plan.minutesMissing} minutes missing, ${round(median(took), 3)} s`,
      )
      return { plan, seated: seated.length, seconds: median(took) }
    }
    const wide = await solve(7)
    const tight = await solve(0.4)
    const perProctor = (slot: (typeof wide.plan.slots)[number]) =>
      Math.max(0, ...[...Map.groupBy(slot.seats, ({ proctor }) => proctor?.id)].map(([, own]) => own.length))
    const slots = [...wide.plan.slots, ...tight.plan.slots]
    return {
      all_s: round(wide.seconds, 3),
      tight_s: round(tight.seconds, 3),
      vs_limit: round(Math.max(wide.seconds, tight.seconds) / 2, 3),
      placed: wide.seated,
      not_placed: PEOPLE - wide.seated,
      slots: wide.plan.slots.length,
      tight_placed: tight.seated,
      tight_minutes_missing: tight.plan.minutesMissing,
      unexplained: PEOPLE - tight.seated - tight.plan.unfit.length,
      // 001: at most 6 people to a proctor.
      over_limit: slots.filter((slot) => perProctor(slot) > 6).length,
    }
  } finally {
    await server.stop()
    await stopCluster()
  }
}
