import { Button, Textarea } from '@mantine/core'
import { askRecusal, type OwnAppeal, readAfterExam } from '@ochno/contract/after-exam'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { Rows } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import classes from './appeals.module.css'
import { toneOfRecusal } from './recusals-card.tsx'

type Member = OwnAppeal['commission'][number]

/** Who considers the appeal; of each the family may ask once that they do not. */
export function OwnCommission({ appeal }: { appeal: OwnAppeal }) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState<Member | null>(null)
  const asked = appeal.recusals.filter(({ by }) => by === 'family')
  if (appeal.commission.length === 0 && asked.length === 0) return null
  return (
    <Rows gap="sm">
      <h3 className={classes.under}>{t('appeals.ownCommission.title')}</h3>
      <ul className={classes.list}>
        {appeal.commission.map((member) => (
          <li key={member.id} className={classes.voter}>
            <span>
              {member.name}, {t(`appeals.commission.roles.${member.role}`)}
            </span>
            {member.mayAsk ? (
              <Button
                variant="subtle"
                size="compact-md"
                aria-label={t('appeals.ownCommission.askLong', { name: member.name })}
                onClick={() => setAsking(member)}
              >
                {t('appeals.ownCommission.ask')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {asked.map((one) => (
        <div key={`${one.person} ${one.at}`} className={classes.item}>
          <div className={classes.voter}>
            <span>{t('appeals.ownCommission.asked', { name: one.name })}</span>
            <StateMark tone={toneOfRecusal[one.state]} word={t(`appeals.recusals.states.${one.state}`)} />
          </div>
          {one.answer ? <p className={classes.text}>{one.answer}</p> : null}
        </div>
      ))}
      {asking ? <AskSheet appeal={appeal} member={asking} onClose={() => setAsking(null)} /> : null}
    </Rows>
  )
}

function AskSheet({ appeal, member, onClose }: { appeal: OwnAppeal; member: Member; onClose: () => void }) {
  const { t } = useTranslation()
  const asking = useDo(askRecusal, [readAfterExam])
  const [reason, setReason] = useState('')
  const send = async () => {
    const body = { member: member.id, reason }
    if ((await asking.run({ params: { aid: appeal.id }, body })).ok) onClose()
  }
  return (
    <FormSheet
      title={t('appeals.ownCommission.askLong', { name: member.name })}
      failure={asking.failure}
      submit={t('appeals.ownCommission.send')}
      busy={asking.busy}
      disabled={!reason.trim()}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <Textarea
        label={t('appeals.ownCommission.why')}
        description={t('appeals.ownCommission.whyHint')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={4000}
        rows={4}
      />
    </FormSheet>
  )
}
