import { Radio, Textarea } from '@mantine/core'
import { readRoom, type SeatView } from '@ochno/contract/classroom'
import { sayToExaminee } from '@ochno/contract/conduct'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { Rows } from '../../ui/page.tsx'

const causes = ['failure', 'proctor'] as const

/** SM-17: the time stands until the proctor goes on, and what it took comes back. */
export function PauseSheet({ seat, onClose }: { seat: SeatView; onClose: () => void }) {
  const { t } = useTranslation()
  const pausing = useDo(sayToExaminee, [readRoom])
  const [cause, setCause] = useState<(typeof causes)[number]>('failure')
  const [reason, setReason] = useState('')
  const send = async () => {
    const answer = await pausing.run({
      params: { sid: seat.session },
      body: { kind: 'pause', cause, reason },
    })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={t('classroom.pauseOf', { name: seat.examinee })}
      failure={pausing.failure}
      submit={t('classroom.pauseDo')}
      busy={pausing.busy}
      disabled={!reason.trim()}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <p>{t('classroom.pauseText')}</p>
      <Radio.Group
        label={t('classroom.pauseCause')}
        value={cause}
        onChange={(said) => setCause(said as typeof cause)}
      >
        <Rows gap="sm">
          {causes.map((one) => (
            <Radio key={one} value={one} label={t(`classroom.pauseCauses.${one}`)} />
          ))}
        </Rows>
      </Radio.Group>
      <Textarea
        label={t('classroom.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={1000}
        autosize
        minRows={2}
      />
    </FormSheet>
  )
}
