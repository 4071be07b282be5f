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
import { Notice } from '../../ui/notice.tsx'
import { Rows } from '../../ui/page.tsx'

/** R0-1.4i: ending an exam, with a reason, asked twice. */
export function StopForm({
  session,
  name,
  violations,
  may,
}: {
  session: string
  name: string
  /** Confirmed in this session. */
  violations: number
  may: { readonly stopAfter: number | null; readonly stopConsequence: string | null } | null
}) {
  const { t } = useTranslation()
  const stop = useDo(stopSession, [readWall])
  const [reason, setReason] = useState('')
  const [justification, setJustification] = useState('')
  const [asking, setAsking] = useState(false)
  if (!may) return null
  if (may.stopAfter === null) return <Notice tone="info" title={t('wall.stop.noRight')} />
  const tooFew = violations < may.stopAfter
  const end = async () => {
    const body = { reason, justification: tooFew ? justification : '' }
    await stop.run({ params: { sid: session as SessionId }, body })
    setAsking(false)
  }
  return (
    <Rows gap="sm">
      {stop.failure ? <FailureNotice failure={stop.failure} /> : null}
      {may.stopAfter > 0 ? (
        <p>{t('wall.stop.counted', { count: violations, needed: may.stopAfter })}</p>
      ) : null}
      {!tooFew && may.stopConsequence ? (
        <p>{t('wall.stop.consequence', { consequence: may.stopConsequence })}</p>
      ) : null}
      {tooFew ? (
        <Textarea
          label={t('wall.stop.justification')}
          description={t('wall.stop.justificationHint')}
          autosize
          minRows={1}
          maxRows={5}
          maxLength={1_000}
          value={justification}
          onChange={(event) => setJustification(event.currentTarget.value)}
        />
      ) : null}
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
        disabled={!reason.trim() || (tooFew && !justification.trim())}
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
        <p>{t('proctor.talk.stopText', { name })}</p>
        {!tooFew && may.stopConsequence ? (
          <p>{t('wall.stop.consequence', { consequence: may.stopConsequence })}</p>
        ) : null}
      </Dialog>
    </Rows>
  )
}
