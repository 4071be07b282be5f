import { Radio, Textarea } from '@mantine/core'
import { listExamConsents, listRegister } from '@ochno/contract/consent-register'
import { decideAdmission, type LateOriginal } from '@ochno/contract/exam-admission'
import { listSessions } from '@ochno/contract/sessions'
import type { SessionId } from '@ochno/domain/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { Notice } from '../../ui/notice.tsx'
import classes from './consents.module.css'
import { useDay } from './day.ts'

export type LateOf = {
  readonly session: SessionId
  readonly name: string
  readonly exam: string
  readonly late: LateOriginal
}

/** TR-11: two facts with two days, and the answer of whoever is responsible; nothing is chosen before. */
export function LateDialog({ of, onClose }: { of: LateOf; onClose: () => void }) {
  const { t } = useTranslation()
  const day = useDay()
  const deciding = useDo(decideAdmission, [listSessions, listExamConsents, listRegister])
  const { late } = of
  const [answer, setAnswer] = useState(late.decision ? (late.decision.admit ? 'yes' : 'no') : '')
  const [reason, setReason] = useState(late.decision?.reason ?? '')
  const send = async () => {
    const said = await deciding.run({
      params: { sid: of.session },
      body: { admit: answer === 'yes', reason: reason.trim() },
    })
    if (said.ok) onClose()
  }
  const facts = [
    [t('lateOriginal.lastDay'), day(late.lastDay)],
    [t('lateOriginal.scan'), late.scanOn ? day(late.scanOn) : t('lateOriginal.none')],
    [
      t('lateOriginal.original'),
      `${late.receivedOn ? day(late.receivedOn) : t('lateOriginal.none')}, ${t('lateOriginal.daysLate', { count: late.daysLate })}`,
    ],
  ] as const
  return (
    <FormSheet
      title={t('lateOriginal.title', { name: of.name })}
      failure={deciding.failure}
      submit={t('lateOriginal.submit')}
      busy={deciding.busy}
      disabled={answer === '' || reason.trim() === ''}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <p>{of.exam}</p>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>{t('lateOriginal.law')}</p>
      {late.receivedOn === null ? <Notice tone="info" title={t('lateOriginal.notYet')} /> : null}
      <Radio.Group label={t('lateOriginal.answer')} value={answer} onChange={setAnswer}>
        <div className={classes.choices}>
          <Radio value="yes" label={t('lateOriginal.admit')} />
          <Radio value="no" label={t('lateOriginal.refuse')} />
        </div>
      </Radio.Group>
      <Textarea
        label={t('lateOriginal.reason')}
        description={t('lateOriginal.reasonHint')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={500}
        autosize
        minRows={2}
      />
    </FormSheet>
  )
}
