import { NumberInput } from '@mantine/core'
import { type RehearsalView, rehearseExam } from '@ochno/contract/exam-schedule'
import type { ExamId } from '@ochno/domain/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { Card, Rows } from '../../ui/page.tsx'
import { useSize } from '../../ui/size.ts'
import { Notice } from '../../ui/notice.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import classes from './exams.module.css'

/** What this exam will demand of people, disks and lines (TR-61). */
export function RehearsalCard({ exam, watchedLater }: { exam: ExamId; watchedLater: boolean }) {
  const { t } = useTranslation()
  const [people, setPeople] = useState<number | null>(null)
  const [reviewers, setReviewers] = useState<number | null>(null)
  const [minutes, setMinutes] = useState<number | null>(null)
  const load = useLoad(rehearseExam, {
    params: { eid: exam },
    query: {
      ...(people === null ? {} : { people }),
      ...(reviewers === null ? {} : { reviewers }),
      ...(minutes === null || minutes < 1 ? {} : { minutesPerDay: minutes }),
    },
  })
  const number = (label: string, value: number | null, set: (next: number | null) => void, max: number) => (
    <NumberInput
      label={label}
      value={value ?? ''}
      onChange={(next) => set(typeof next === 'number' ? next : null)}
      min={0}
      max={max}
      allowDecimal={false}
      hideControls
    />
  )
  return (
    <Card title={t('examCard.rehearsal.title')} lead={t('examCard.rehearsal.lead')}>
      <Rows>
        <div className={classes.fields}>
          {number(t('examCard.rehearsal.expected'), people, setPeople, 10_000)}
        </div>
        {watchedLater ? (
          <div className={classes.fields}>
            {number(t('examCard.rehearsal.reviewers'), reviewers, setReviewers, 1000)}
            {number(t('examCard.rehearsal.minutesPerDay'), minutes, setMinutes, 1440)}
          </div>
        ) : null}
        <LoadView load={load}>{(needs) => <Needs needs={needs} />}</LoadView>
      </Rows>
    </Card>
  )
}

function Needs({ needs }: { needs: RehearsalView }) {
  const { t, i18n } = useTranslation()
  const size = useSize()
  const rate = (kbps: number) =>
    kbps < 1000
      ? t('examCard.rehearsal.kbps', { count: kbps })
      : t('examCard.rehearsal.mbps', {
          count: new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 }).format(
            kbps / 1000,
          ) as unknown as number,
        })
  const facts: readonly (readonly [string, string])[] = [
    [t('examCard.rehearsal.people'), String(needs.people)],
    [t('examCard.rehearsal.atOnce'), String(needs.atOnce)],
    ...(needs.live
      ? ([
          [
            t('examCard.rehearsal.proctors'),
            t('examCard.rehearsal.proctorsHave', {
              needed: needs.proctorsNeeded,
              have: needs.proctorsAssigned,
            }),
          ],
        ] as const)
      : []),
    [t('examCard.rehearsal.disk'), size(needs.diskBytes)],
    [t('examCard.rehearsal.uplink'), rate(needs.uplinkKbps)],
    [t('examCard.rehearsal.server'), rate(needs.serverKbps)],
  ]
  return (
    <Rows>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {needs.proctorsMissing > 0 ? (
        <Notice tone="warn" title={t('refusals.exam.too_few_proctors')}>
          {t('examCard.rehearsal.proctorsHave', {
            needed: needs.proctorsNeeded,
            have: needs.proctorsAssigned,
          })}
        </Notice>
      ) : null}
      {needs.unwatched > 0 ? (
        <StateMark tone="warn" word={t('examCard.rehearsal.unwatched', { count: needs.unwatched })} />
      ) : null}
      {needs.review ? <Review review={needs.review} /> : null}
    </Rows>
  )
}

function Review({ review }: { review: NonNullable<RehearsalView['review']> }) {
  const { t } = useTranslation()
  if (!review.known)
    return (
      <p>
        {t(
          review.missing.includes('reviewerMinutesPerDay') && review.missing.length === 1
            ? 'examCard.rehearsal.missing'
            : 'examCard.rehearsal.missingRules',
        )}
      </p>
    )
  return (
    <Rows gap="sm">
      <p>
        {t('examCard.rehearsal.work', {
          minutes: review.workMinutes,
          days: review.daysGiven,
          reviewers: review.reviewers,
        })}
      </p>
      <StateMark
        tone={review.enough ? 'ok' : 'warn'}
        word={t(review.enough ? 'examCard.rehearsal.enough' : 'examCard.rehearsal.notEnough')}
      />
      {review.days === null ? null : <p>{t('examCard.rehearsal.takes', { days: review.days })}</p>}
    </Rows>
  )
}
