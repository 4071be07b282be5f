import { Button, TextInput } from '@mantine/core'
import { answerHint, type HintView, readHints } from '@ochno/contract/hints'
import { type ProtocolView, readProtocol } from '@ochno/contract/protocols'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { clockAt } from '../../ui/clock-at.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { useHintLine } from '../../ui/hint-words.ts'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card } from '../../ui/page.tsx'
import { AddMarkSheet } from './add-mark-sheet.tsx'
import classes from './protocols.module.css'

type Props = { readonly view: ProtocolView; readonly zone: string }

/** Hints that came when the exam or its review was over: whoever writes the protocol looks at them here. */
export function HintsCard({ view, zone }: Props) {
  const { t } = useTranslation()
  const hints = useLoad(readHints, { params: { sid: view.session } })
  if (hints.is === 'loading') return null
  const open = hints.is === 'ready' ? hints.value.hints.filter(({ state }) => state === 'open') : []
  return (
    <Card
      title={t('protocols.hints.title')}
      lead={t('protocols.hints.lead')}
      actions={
        view.room ? null : (
          <Button component={Link} to={`/recordings/${view.session}` as '/'} variant="default">
            {t('protocols.hints.recording')}
          </Button>
        )
      }
    >
      {hints.is === 'failed' ? (
        <Notice
          tone="info"
          title={t('protocols.hints.atDesk')}
          action={
            <Button component={Link} to={'/reviews' as '/'} variant="default">
              {t('protocols.hints.toDesk')}
            </Button>
          }
        />
      ) : (
        <ul className={classes.list}>
          {open.map((hint) => (
            <Hint key={hint.no} hint={hint} view={view} zone={zone} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function Hint({ hint, view, zone }: Props & { readonly hint: HintView }) {
  const { t } = useTranslation()
  const line = useHintLine()
  const answering = useDo(answerHint, [readHints, readProtocol])
  const [note, setNote] = useState('')
  const [marking, setMarking] = useState(false)
  const [from, to] = [new Date(hint.fromMs).toISOString(), new Date(hint.toMs).toISOString()]
  const answer = (state: 'dismissed' | 'marked', mark: number | null = null) =>
    void answering.run({ params: { sid: view.session, no: hint.no }, body: { state, note, mark } })
  return (
    <li className={classes.item} data-open>
      {line(hint)}
      <span className={classes.quiet}>
        {clockAt(from, zone)}–{clockAt(to, zone)}
      </span>
      {hint.copied?.session && !hint.copied.here ? (
        <Link to={`/recordings/${hint.copied.session}` as '/'}>{t('hints.copied.open')}</Link>
      ) : null}
      {answering.failure ? <FailureNotice failure={answering.failure} /> : null}
      <TextInput
        label={t('protocols.hints.note')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        maxLength={1000}
      />
      <Bar>
        {view.mayMark ? (
          <Button variant="default" onClick={() => setMarking(true)}>
            {t('protocols.marks.add')}
          </Button>
        ) : null}
        <Button
          variant="default"
          loading={answering.busy}
          disabled={!note.trim()}
          onClick={() => answer('dismissed')}
        >
          {t('protocols.hints.dismiss')}
        </Button>
      </Bar>
      {marking ? (
        <AddMarkSheet
          view={view}
          zone={zone}
          offer={{ code: hint.code, from, to }}
          onMarked={(seq) => answer('marked', seq)}
          onClose={() => setMarking(false)}
        />
      ) : null}
    </li>
  )
}
