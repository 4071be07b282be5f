import { Button, SegmentedControl, Textarea } from '@mantine/core'
import { readConduct, sayToExaminee } from '@ochno/contract/conduct'
import type { SessionId } from '@ochno/domain/ids'
import { IconPlayerPause, IconViewfinder } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Rows } from '../../ui/page.tsx'

const causes = ['proctor', 'failure'] as const

/** Acts that need nothing but their reason: a look around, a pause of the clock (TR-47). */
export function ReasonForm({ session, kind }: { session: string; kind: 'scan' | 'pause' }) {
  const { t } = useTranslation()
  const say = useDo(sayToExaminee, [readConduct])
  const [reason, setReason] = useState('')
  const [cause, setCause] = useState<(typeof causes)[number]>('proctor')
  const send = async () => {
    const body = kind === 'scan' ? ({ kind, reason } as const) : ({ kind, cause, reason } as const)
    const answer = await say.run({ params: { sid: session as SessionId }, body })
    if (answer.ok) setReason('')
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Rows gap="sm">
        {say.failure ? <FailureNotice failure={say.failure} /> : null}
        <p>{t(`wall.act.${kind}Text`)}</p>
        {kind === 'pause' ? (
          <SegmentedControl
            aria-label={t('wall.act.cause')}
            fullWidth
            size="sm"
            value={cause}
            onChange={(value) => setCause(value as typeof cause)}
            data={causes.map((value) => ({ value, label: t(`wall.act.causes.${value}`) }))}
          />
        ) : null}
        <Textarea
          label={t('proctor.talk.reason')}
          description={t(kind === 'scan' ? 'proctor.talk.reasonHint' : 'wall.act.pauseHint')}
          autosize
          minRows={1}
          maxRows={5}
          maxLength={1_000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button
          type="submit"
          loading={say.busy}
          disabled={!reason.trim()}
          leftSection={
            kind === 'scan' ? (
              <IconViewfinder size={18} aria-hidden />
            ) : (
              <IconPlayerPause size={18} aria-hidden />
            )
          }
        >
          {t(`wall.act.${kind}`)}
        </Button>
      </Rows>
    </form>
  )
}
