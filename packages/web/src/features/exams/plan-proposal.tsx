import type { PlanView } from '@ochno/contract/exam-schedule'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/notice.tsx'
import { Rows } from '../../ui/page.tsx'
import classes from './exams.module.css'
import { useSlotWords } from './slot-words.ts'

const reasons = ['no_slot', 'no_proctor', 'busy', 'already'] as const

/** What comes out: each slot with who watches whom, and why the rest does not fit. */
export function PlanProposal({ plan, zone }: { plan: PlanView; zone: string }) {
  const { t } = useTranslation()
  const words = useSlotWords(zone)
  const { unfit, slots } = plan
  return (
    <Rows>
      {unfit.length === 0 ? (
        <Notice tone="ok" title={t('examCard.plan.fits')} live="status" />
      ) : (
        <Notice tone="warn" title={t('examCard.plan.unfit', { count: unfit.length })} live="status">
          <ul className={classes.list}>
            {reasons
              .filter((why) => unfit.some((one) => one.why === why))
              .map((why) => (
                <li key={why}>
                  {t(`examCard.plan.why.${why}`, {
                    names: unfit
                      .filter((one) => one.why === why)
                      .map(({ name }) => name)
                      .join(', '),
                  })}
                </li>
              ))}
          </ul>
          {plan.minutesMissing > 0 ? (
            <p>{t('examCard.plan.longer', { minutes: plan.minutesMissing })}</p>
          ) : null}
        </Notice>
      )}
      {plan.proctorsNeeded > plan.proctorsGiven ? (
        <Notice
          tone="warn"
          title={t('examCard.plan.more', { needed: plan.proctorsNeeded, given: plan.proctorsGiven })}
        />
      ) : null}
      {slots.map((slot) => (
        <section key={slot.opensAt} className={classes.slot}>
          <div className={classes.slotHead}>
            <h3>{words(slot)}</h3>
            <span>{t('examCard.schedule.people', { count: slot.seats.length + slot.taken })}</span>
            {slot.id === null ? null : <span>{t('examCard.plan.standing')}</span>}
          </div>
          <ul className={classes.list}>
            {byProctor(slot.seats).map(({ id, name, people }) => (
              <li key={id}>
                {t('examCard.plan.under', {
                  name: name ?? t('examCard.plan.noProctor'),
                  names: people.join(', '),
                })}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Rows>
  )
}

type Seats = PlanView['slots'][number]['seats']

const byProctor = (seats: Seats) =>
  [...Map.groupBy(seats, ({ proctor }) => proctor?.id ?? '')].map(([id, group]) => ({
    id,
    name: group[0]?.proctor?.name ?? null,
    people: group.map(({ examinee }) => examinee.name),
  }))
