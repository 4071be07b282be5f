import { Button, Textarea } from '@mantine/core'
import { type ConductView, type StandingView, sayToProctor } from '@ochno/contract/conduct'
import type { SessionId } from '@ochno/domain/ids'
import { IconSend } from '@tabler/icons-react'
import { memo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { newOnce, untilAnswered } from '../../api/once.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Card, Rows } from '../../ui/page.tsx'
import { ComplaintForm } from './complaint-form.tsx'
import { AskForCall } from './examinee-call.tsx'
import { TroubleButton } from './leave-button.tsx'
import classes from './talk.module.css'

/**
 * R0-1.4i: the examinee's side of the talk with the proctor; all of it stays in the record. The page around it is drawn several
 * times a second, the talk when there is something new.
 */
export const ProctorChat = memo(function ProctorChat({
  session,
  rows,
  standing,
}: {
  session: SessionId
  rows: readonly ConductView[]
  standing: StandingView | null
}) {
  const { t } = useTranslation()
  const say = useDo(sayToProctor)
  const [text, setText] = useState('')
  const once = useRef(newOnce())
  const [complaining, setComplaining] = useState(false)
  const shown = rows.filter(({ entry }) => ['chat', 'warning', 'instruction', 'trouble'].includes(entry.kind))
  const send = async () => {
    const body = { kind: 'chat', text, once: once.current } as const
    const answer = await untilAnswered(() => say.run({ params: { sid: session }, body }))
    if (!answer.ok) return
    once.current = newOnce()
    setText('')
  }
  return (
    <Card title={t('exam.proctor.title')}>
      <Rows gap="sm">
        {shown.length ? (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reached by the keyboard
          <ul className={classes.log} aria-label={t('exam.proctor.log')} aria-live="polite" tabIndex={0}>
            {shown.map(({ seq, party, entry }) => (
              <li key={seq} data-party={party}>
                <span className={classes.who}>
                  {t(party === 'examinee' ? 'exam.proctor.you' : 'exam.proctor.they')}
                </span>{' '}
                {'text' in entry ? entry.text : ''}
              </li>
            ))}
          </ul>
        ) : (
          <p className={classes.none}>{t('exam.proctor.none')}</p>
        )}
        {say.failure ? <FailureNotice failure={say.failure} /> : null}
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void send()
          }}
        >
          <Rows gap="sm">
            <Textarea
              label={t('exam.proctor.write')}
              autosize
              minRows={1}
              maxRows={4}
              maxLength={2_000}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <Button
              type="submit"
              variant="default"
              loading={say.busy}
              disabled={!text.trim()}
              leftSection={<IconSend size={18} aria-hidden />}
            >
              {t('exam.proctor.send')}
            </Button>
          </Rows>
        </form>
        {standing ? <AskForCall session={session} standing={standing} /> : null}
        <TroubleButton session={session} />
        <Button variant="subtle" size="compact-sm" onClick={() => setComplaining(true)}>
          {t('exam.proctor.complain')}
        </Button>
      </Rows>
      {complaining ? <ComplaintForm session={session} onClose={() => setComplaining(false)} /> : null}
    </Card>
  )
})
