import { NativeSelect, Radio, Textarea } from '@mantine/core'
import {
  type FailureView,
  failureFaults,
  findFailureCause,
  listFailures,
  type OutageView,
} from '@ochno/contract/failures'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import classes from './failures.module.css'

/** Whose fault a failure was is a person's finding, with a reason (TR-20). */
export function CauseSheet({
  row,
  outage,
  onClose,
}: {
  row: FailureView
  outage: OutageView
  onClose: () => void
}) {
  const { t } = useTranslation()
  const finding = useDo(findFailureCause, [listFailures])
  const [fault, setFault] = useState(outage.fault)
  const [could, setCould] = useState(outage.couldContinue ? 'yes' : 'no')
  const [reason, setReason] = useState('')
  const submit = async () => {
    const answer = await finding.run({
      params: { sid: row.session },
      body: { of: outage.key, fault, couldContinue: could === 'yes', reason },
    })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={t('failures.cause.title')}
      failure={finding.failure}
      submit={t('failures.cause.save')}
      busy={finding.busy}
      disabled={reason.trim() === ''}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <NativeSelect
        label={t('failures.cause.side')}
        value={fault}
        onChange={(event) => setFault(event.currentTarget.value as typeof fault)}
        data={failureFaults.map((one) => ({ value: one, label: t(`failures.fault.${one}`) }))}
      />
      <Radio.Group label={t('failures.cause.could')} value={could} onChange={setCould}>
        <div className={classes.choices}>
          <Radio value="yes" label={t('failures.cause.yes')} />
          <Radio value="no" label={t('failures.cause.no')} />
        </div>
      </Radio.Group>
      <Textarea
        label={t('failures.cause.reason')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormSheet>
  )
}
