import { Button } from '@mantine/core'
import type { StandingView } from '@ochno/contract/consent-parts'
import type { ConsentItem, ConsentPersonView } from '@ochno/contract/consents'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import classes from './consents.module.css'
import { useDay } from './day.ts'
import { ReadAndAnswer } from './read-and-answer.tsx'
import { standingTone } from './standing-words.ts'
import { WithdrawalForm } from './withdrawal-form.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'

const stateWord = (standing: StandingView) => {
  if (standing.is === 'given') return 'consents.states.given'
  if (standing.is === 'awaited') return 'consents.states.awaited'
  return standing.why === 'declined' ? 'consents.states.other' : 'consents.states.otherEnded'
}

export function ConsentCard({ person, item }: { person: ConsentPersonView; item: ConsentItem }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const [withdrawing, setWithdrawing] = useState(false)
  const { standing } = item
  return (
    <Card
      title={item.text.title}
      actions={<StateMark tone={standingTone(standing)} word={t(stateWord(standing))} />}
    >
      <Rows>
        <p className={classes.status}>{useStatus(item)}</p>
        {item.ready ? null : <p className={classes.quiet}>{t('consents.mine.notReady')}</p>}
        {standing.is === 'other_way' ? <Ways person={person} item={item} /> : null}
        {open ? (
          <ReadAndAnswer person={person} item={item} onClose={() => setOpen(false)} />
        ) : (
          <Bar>
            {item.ready ? (
              <Button
                variant={item.mayAnswer && standing.is === 'awaited' ? 'filled' : 'default'}
                onClick={() => setOpen(true)}
              >
                {t(openWord(item))}
              </Button>
            ) : null}
            {item.mayWithdraw ? (
              <Button variant="subtle" onClick={() => setWithdrawing(true)}>
                {t('consents.withdraw.open')}
              </Button>
            ) : null}
            {item.withdrawalAskedOn && item.onPaper ? <WithdrawalForm item={item} /> : null}
          </Bar>
        )}
      </Rows>
      {withdrawing ? <WithdrawDialog item={item} onClose={() => setWithdrawing(false)} /> : null}
    </Card>
  )
}

const isRead = ({ text, read }: ConsentItem): boolean => text.blocks.every(({ part }) => read.includes(part))

function openWord(item: ConsentItem) {
  if (!item.mayAnswer) return 'consents.read.openOnly'
  return item.standing.is === 'other_way' ? 'consents.read.change' : 'consents.read.open'
}

/** One sentence: what is the matter and what to do. */
function useStatus(item: ConsentItem): string {
  const { t } = useTranslation()
  const day = useDay()
  const { standing } = item
  if (item.withdrawalAskedOn)
    return t('consents.status.withdrawalAsked', { day: day(item.withdrawalAskedOn) })
  switch (standing.is) {
    case 'given':
      return t(standing.originalLate ? 'consents.status.givenLate' : 'consents.status.given', {
        day: item.signedOn ? day(item.signedOn) : '',
      })
    case 'other_way':
      return t(`consents.status.${standing.why}`)
    case 'awaited':
      break
  }
  const missing = (item.signers ?? []).filter((one) => !item.signatures.some(({ signer }) => signer === one))
  const who = missing.map((one) => t(`consents.who.${one}`)).join(', ')
  switch (standing.what) {
    case 'ages_not_set':
      return t('consents.mine.ages')
    case 'birthday_not_known':
      return t('consents.mine.birthday')
    case 'answer':
      if (item.onPaper && isRead(item)) return t('consents.status.toPaper')
      return item.mayAnswer ? t('consents.status.answer') : t('consents.status.answerOther', { who })
    default:
      return t(`consents.status.${standing.what}`, { who })
  }
}

/** Said right after the answer: what happens now. Where nothing but a recording is at stake the exam stays as it is. */
function Ways({ person, item }: { person: ConsentPersonView; item: ConsentItem }) {
  const { t } = useTranslation()
  if (item.kind === 'video_disputes') return null
  return (
    <div className={classes.ways}>
      <h3>{t('consents.ways.title')}</h3>
      {person.alternatives.length ? (
        <>
          <p>{t('consents.ways.lead')}</p>
          <ul>
            {person.alternatives.map((way) => (
              <li key={way}>{t(`consents.ways.${way}`)}</li>
            ))}
          </ul>
        </>
      ) : (
        <p>{t('consents.ways.decides')}</p>
      )}
    </div>
  )
}
