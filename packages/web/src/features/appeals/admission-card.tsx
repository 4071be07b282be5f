import { Button, Radio, Textarea } from '@mantine/core'
import { admitAppeal, type AppealView, listAppeals, readAppeal } from '@ochno/contract/appeals'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'

type Because = 'late' | 'no_such_situation'

export function AdmissionCard({ view }: { view: AppealView }) {
  const { t } = useTranslation()
  const admitting = useDo(admitAppeal, [readAppeal, listAppeals])
  const [refusing, setRefusing] = useState(false)
  return (
    <Card title={t('appeals.admission.title')} lead={t('appeals.admission.lead')}>
      <Rows>
        {admitting.failure && !refusing ? <FailureNotice failure={admitting.failure} /> : null}
        <Bar>
          <Button
            loading={admitting.busy}
            disabled={view.late}
            onClick={() => void admitting.run({ params: { aid: view.id }, body: { admit: true } })}
          >
            {t('appeals.admission.admit')}
          </Button>
          <Button variant="default" onClick={() => setRefusing(true)}>
            {t('appeals.admission.refuse')}
          </Button>
        </Bar>
        {refusing ? <RefuseSheet view={view} onClose={() => setRefusing(false)} /> : null}
      </Rows>
    </Card>
  )
}

function RefuseSheet({ view, onClose }: { view: AppealView; onClose: () => void }) {
  const { t } = useTranslation()
  const refusing = useDo(admitAppeal, [readAppeal, listAppeals])
  const [because, setBecause] = useState<Because | null>(null)
  const [reason, setReason] = useState('')
  const send = async () => {
    if (!because) return
    const answer = await refusing.run({ params: { aid: view.id }, body: { admit: false, because, reason } })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={t('appeals.admission.refuse')}
      failure={refusing.failure}
      submit={t('appeals.admission.refuseDo')}
      busy={refusing.busy}
      disabled={!because || !reason.trim()}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <Radio.Group
        label={t('appeals.admission.because')}
        value={because}
        onChange={(said) => setBecause(said as Because)}
      >
        <Rows gap="sm">
          <Radio value="late" label={t('appeals.admission.why.late')} disabled={!view.late} />
          <Radio value="no_such_situation" label={t('appeals.admission.why.no_such_situation')} />
        </Rows>
      </Radio.Group>
      <Textarea
        label={t('appeals.admission.reason')}
        description={t('appeals.admission.reasonHint')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={4000}
        rows={3}
      />
    </FormSheet>
  )
}
