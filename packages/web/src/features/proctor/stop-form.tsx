import { Button, Textarea } from '@mantine/core'
import { stopSession } from '@ochno/contract/sessions'
import { readWall } from '@ochno/contract/watch'
import type { SessionId } from '@ochno/domain/ids'
import { IconHandStop } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Rows } from '../../ui/page.tsx'

/** R0-1.4i: ending an exam, with a reason, asked twice. */
export function StopForm({ session, name }: { session: string; name: string }) {
  const { t } = useTranslation()
  const stop = useDo(stopSession, [readWall])
  const [reason, setReason] = useState('')
  const [asking, setAsking] = useState(false)
  const end = async () => {
    await stop.run({ params: { sid: session as SessionId }, body: { reason } })
    setAsking(false)
  }
  return (
    <Rows gap="sm">
      {stop.failure ? <FailureNotice failure={stop.failure} /> : null}
      <Textarea
        label={t('proctor.talk.reason')}
        description={t('proctor.talk.stopHint')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={1_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button
        color="danger.7"
        disabled={!reason.trim()}
        leftSection={<IconHandStop size={18} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        {t('proctor.talk.send.stop')}
      </Button>
      <Dialog
        opened={asking}
        danger
        title={t('proctor.talk.stopTitle')}
        confirm={t('proctor.talk.send.stop')}
        busy={stop.busy}
        onClose={() => setAsking(false)}
        onConfirm={() => void end()}
      >
        {t('proctor.talk.stopText', { name })}
      </Dialog>
    </Rows>
  )
}
