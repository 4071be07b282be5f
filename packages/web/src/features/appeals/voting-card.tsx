import { Button, Radio, Textarea } from '@mantine/core'
import { voteOnAppeal } from '@ochno/contract/appeal-verdict'
import { type AppealView, listAppeals, readAppeal } from '@ochno/contract/appeals'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { When } from '../../ui/when.tsx'
import classes from './appeals.module.css'

/** T-19: who has voted and how, what it comes to, and the reader's own voice. */
export function VotingCard({ view, zone, open }: { view: AppealView; zone: string; open: boolean }) {
  const { t } = useTranslation()
  const { voting } = view
  const voters = view.commission.filter(({ role }) => role !== 'secretary')
  return (
    <Card
      title={t('appeals.voting.title')}
      lead={open ? t('appeals.voting.lead', { quorum: voting.quorum, voters: voting.voters }) : undefined}
    >
      <Rows>
        {open ? (
          <Notice
            tone={voting.outcome === 'tied' ? 'warn' : voting.outcome === 'no_quorum' ? 'info' : 'ok'}
            title={t(`appeals.voting.outcomes.${voting.outcome}`)}
          >
            {t('appeals.voting.counts', { satisfy: voting.satisfy, dismiss: voting.dismiss })}
            {voting.outcome === 'tied' ? ` ${t('appeals.voting.tied')}` : ''}
          </Notice>
        ) : null}
        <ul className={classes.list}>
          {voters.map(({ id, name, role }) => {
            const said = voting.said.find((one) => one.id === id)
            return (
              <li key={id} className={classes.item}>
                <div className={classes.voter}>
                  <div>
                    {name}
                    <p className={classes.quiet}>
                      {t(`appeals.commission.roles.${role}`)}
                      {said ? (
                        <>
                          , <When at={said.at} zone={zone} />
                        </>
                      ) : null}
                    </p>
                  </div>
                  <StateMark
                    tone={said ? (said.satisfied ? 'ok' : 'bad') : 'idle'}
                    word={t(said ? `appeals.voting.said.${said.satisfied}` : 'appeals.voting.waits')}
                  />
                </div>
                {said?.opinion ? (
                  <p className={classes.text}>{t('appeals.voting.opinionOf', { text: said.opinion })}</p>
                ) : null}
              </li>
            )
          })}
        </ul>
        {view.mine.votes ? <VoteForm view={view} /> : null}
      </Rows>
    </Card>
  )
}

function VoteForm({ view }: { view: AppealView }) {
  const { t } = useTranslation()
  const voting = useDo(voteOnAppeal, [readAppeal, listAppeals])
  const [satisfied, setSatisfied] = useState<boolean | null>(null)
  const [opinion, setOpinion] = useState(view.mine.opinion ?? '')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (satisfied === null) return
        void voting.run({ params: { aid: view.id }, body: { satisfied, opinion } }).then((answer) => {
          if (answer.ok) setSatisfied(null)
        })
      }}
    >
      <Rows>
        {voting.failure ? <FailureNotice failure={voting.failure} /> : null}
        <Radio.Group
          label={t(view.mine.opinion !== null ? 'appeals.voting.again' : 'appeals.voting.mine')}
          description={t('appeals.voting.mineHint')}
          value={satisfied === null ? null : satisfied ? 'yes' : 'no'}
          onChange={(said) => setSatisfied(said === 'yes')}
        >
          <div className={classes.options}>
            <Radio value="yes" label={t('appeals.voting.yes')} />
            <Radio value="no" label={t('appeals.voting.no')} />
          </div>
        </Radio.Group>
        <Textarea
          label={t('appeals.voting.opinion')}
          description={t('appeals.voting.opinionHint')}
          value={opinion}
          onChange={(event) => setOpinion(event.currentTarget.value)}
          maxLength={2000}
          autosize
          minRows={2}
        />
        <Bar>
          <Button type="submit" loading={voting.busy} disabled={satisfied === null}>
            {t('appeals.voting.do')}
          </Button>
        </Bar>
      </Rows>
    </form>
  )
}
