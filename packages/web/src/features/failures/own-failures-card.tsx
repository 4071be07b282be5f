import { Button, Textarea } from '@mantine/core'
import { answerRetake, askRetake, listOwnFailures, type OwnFailure } from '@ochno/contract/failures'
import { listMySessions } from '@ochno/contract/sessions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import classes from './failures.module.css'
import { spanWords } from './span-words.ts'

/** The examinee's own page: what happened, what was decided, and an answer that is theirs alone. */
export function OwnFailuresCard() {
  const { t } = useTranslation()
  const me = useMe()
  const load = useLoad(listOwnFailures, {}, { everyMs: 30_000 })
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  if (load.is !== 'ready' || load.value.rows.length === 0) return null
  return (
    <Card title={t('failures.own.title')}>
      <Rows gap="lg">
        {load.value.rows.map((row) => (
          <Own key={row.session} row={row} zone={zone} />
        ))}
      </Rows>
    </Card>
  )
}

function Own({ row, zone }: { row: OwnFailure; zone: string }) {
  const { t, i18n } = useTranslation()
  const { decision } = row
  const when = decision?.to
    ? spanWords(decision.to.opensAt, decision.to.closesAt, zone, i18n.language)
    : { from: '', to: '' }
  return (
    <section aria-label={row.exam}>
      <Rows gap="sm">
        <p className={classes.said}>
          <strong>{row.exam}</strong>
        </p>
        {row.outages.map((one) => (
          <p key={one.from} className={classes.quiet}>
            {t('failures.own.was', {
              ...spanWords(one.from, one.until, zone, i18n.language),
              length: t('failures.outage.minutes', { count: one.minutes }),
            })}
          </p>
        ))}
        <p className={classes.said}>{t(`failures.own.${row.state}`, when)}</p>
        {decision ? (
          <p className={classes.said}>{t('failures.own.reason', { reason: decision.reason })}</p>
        ) : null}
        {row.mayAnswer ? <Answer row={row} /> : null}
        {row.mayAsk ? <Ask row={row} /> : null}
        {row.asked ? <p className={classes.said}>{t('failures.own.asked')}</p> : null}
      </Rows>
    </section>
  )
}

function Answer({ row }: { row: OwnFailure }) {
  const { t } = useTranslation()
  const answering = useDo(answerRetake, [listOwnFailures, listMySessions])
  const [words, setWords] = useState('')
  const [declining, setDeclining] = useState(false)
  const answer = async (agrees: boolean) => {
    await answering.run({ params: { sid: row.session }, body: { agrees, words } })
    setDeclining(false)
  }
  return (
    <Rows>
      {answering.failure ? <FailureNotice failure={answering.failure} /> : null}
      <p className={classes.quiet}>{t('failures.own.freely')}</p>
      <Textarea
        label={t('failures.own.words')}
        autosize
        minRows={1}
        maxRows={5}
        maxLength={1_000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Bar>
        <Button loading={answering.busy} onClick={() => void answer(true)}>
          {t('failures.own.yes')}
        </Button>
        <Button variant="default" disabled={answering.busy} onClick={() => setDeclining(true)}>
          {t('failures.own.no')}
        </Button>
      </Bar>
      <Dialog
        opened={declining}
        title={t('failures.own.confirmNo')}
        confirm={t('failures.own.refuse')}
        busy={answering.busy}
        onConfirm={() => void answer(false)}
        onClose={() => setDeclining(false)}
      >
        {t('failures.own.confirmNoText')}
      </Dialog>
    </Rows>
  )
}

function Ask({ row }: { row: OwnFailure }) {
  const { t } = useTranslation()
  const asking = useDo(askRetake, [listOwnFailures])
  const [opened, setOpened] = useState(false)
  const [words, setWords] = useState('')
  if (!opened)
    return (
      <Bar>
        <Button variant="default" onClick={() => setOpened(true)}>
          {t('failures.own.ask')}
        </Button>
      </Bar>
    )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void asking.run({ params: { sid: row.session }, body: { words } })
      }}
    >
      <Rows>
        {asking.failure ? <FailureNotice failure={asking.failure} /> : null}
        <Textarea
          label={t('failures.own.askWords')}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={2_000}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          data-autofocus
        />
        <Bar>
          <Button type="submit" loading={asking.busy} disabled={words.trim() === ''}>
            {t('failures.own.send')}
          </Button>
        </Bar>
      </Rows>
    </form>
  )
}
