import { Button, Textarea } from '@mantine/core'
import { type StandingView, sayToProctor } from '@ochno/contract/conduct'
import type { SessionId } from '@ochno/domain/ids'
import { IconDoorExit, IconPlugConnectedX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Rows } from '../../ui/page.tsx'

/** R1-6.7b: «выйти», where the rules let; the limit is said before and not after. */
export function LeaveButton({ session, standing }: { session: SessionId; standing: StandingView }) {
  const { t } = useTranslation()
  const say = useDo(sayToProctor)
  const [asking, setAsking] = useState(false)
  if (!standing.leaving || standing.absence || standing.pause) return null
  const leave = async () => {
    const answer = await say.run({ params: { sid: session }, body: { kind: 'left' } })
    if (answer.ok) setAsking(false)
  }
  const { minutes } = standing.leaving
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDoorExit size={18} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        {t('wall.exam.away.leave')}
      </Button>
      <Dialog
        opened={asking}
        title={t('wall.exam.away.askTitle')}
        confirm={t('wall.exam.away.confirm')}
        busy={say.busy}
        onConfirm={() => void leave()}
        onClose={() => setAsking(false)}
      >
        <Rows>
          <p>
            {minutes === null
              ? t('wall.exam.away.askFree')
              : t('wall.exam.away.ask', { count: Math.floor(minutes) })}
          </p>
          {say.failure ? <FailureNotice failure={say.failure} /> : null}
        </Rows>
      </Dialog>
    </>
  )
}

/** SM-17: what does not work is told in one's own words; the proctor sees it at once and may stop the clock. */
export function TroubleButton({ session }: { session: SessionId }) {
  const { t } = useTranslation()
  const say = useDo(sayToProctor)
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [sent, setSent] = useState(false)
  const send = async () => {
    const answer = await say.run({ params: { sid: session }, body: { kind: 'trouble', text } })
    if (!answer.ok) return
    setText('')
    setSent(true)
  }
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlugConnectedX size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('wall.exam.trouble.open')}
      </Button>
      {open ? (
        <FormSheet
          title={t('wall.exam.trouble.open')}
          failure={say.failure}
          submit={t('exam.proctor.send')}
          busy={say.busy}
          disabled={!text.trim()}
          onSubmit={() => void send()}
          onClose={() => {
            setOpen(false)
            setSent(false)
          }}
        >
          {sent ? <Notice tone="ok" live="status" title={t('wall.exam.trouble.sent')} /> : null}
          <Textarea
            label={t('wall.exam.trouble.what')}
            description={t('wall.exam.trouble.hint')}
            autosize
            minRows={3}
            maxRows={8}
            maxLength={2_000}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value)
              setSent(false)
            }}
          />
        </FormSheet>
      ) : null}
    </>
  )
}
