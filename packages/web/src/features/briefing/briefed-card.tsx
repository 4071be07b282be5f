import { Button, Checkbox } from '@mantine/core'
import { type BriefingView, markAttended, readBriefing } from '@ochno/contract/briefing'
import { readChecklist } from '@ochno/contract/exam-admission'
import type { AccountId, ExamId } from '@ochno/domain/ids'
import { IconUserCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import classes from './briefing.module.css'

/** Who was there, who read it, who is still to be told. */
export function BriefedCard({
  exam,
  briefing: { held, people, missing, done },
}: {
  exam: ExamId
  briefing: BriefingView
}) {
  const { t } = useTranslation()
  const me = useMe()
  const [chosen, setChosen] = useState<readonly AccountId[]>([])
  const marking = useDo(markAttended, [readBriefing, readChecklist])
  const left = people.filter(({ how }) => how === null).map(({ id }) => id)
  const ticked = chosen.filter((id) => left.includes(id))
  const own = held !== null && me.is === 'ready' && held.by.id === me.value.account
  const put = (id: AccountId, on: boolean) =>
    setChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id))
  const mark = async () => {
    if (!held) return
    const answer = await marking.run({
      params: { eid: exam },
      body: { edition: held.edition, examinees: [...ticked] },
    })
    if (answer.ok) setChosen([])
  }
  if (people.length === 0)
    return (
      <Card title={t('briefing.teacher.who')}>
        <p>{t('briefing.teacher.nobody')}</p>
      </Card>
    )
  return (
    <Card
      title={t('briefing.teacher.who')}
      lead={
        done
          ? t('briefing.teacher.everybody')
          : t('briefing.teacher.told', { done: people.length - missing, of: people.length })
      }
    >
      <Rows>
        {marking.failure ? <FailureNotice failure={marking.failure} /> : null}
        {held && !own ? (
          <Notice tone="info" title={t('briefing.teacher.another', { name: held.by.name })} />
        ) : null}
        {own && left.length > 1 ? (
          <Checkbox
            label={t('briefing.teacher.all')}
            checked={ticked.length === left.length}
            indeterminate={ticked.length > 0 && ticked.length < left.length}
            onChange={(event) => setChosen(event.currentTarget.checked ? left : [])}
          />
        ) : null}
        <ul className={classes.people} aria-label={t('briefing.teacher.who')}>
          {people.map(({ id, name, how }) => (
            <li key={id} className={classes.person}>
              {own && how === null ? (
                <Checkbox
                  label={name}
                  checked={chosen.includes(id)}
                  onChange={(event) => put(id, event.currentTarget.checked)}
                />
              ) : (
                <span className={classes.name}>{name}</span>
              )}
              <StateMark
                quiet
                tone={how === null ? 'warn' : 'ok'}
                word={t(`briefing.teacher.${how ?? 'missing'}`)}
              />
            </li>
          ))}
        </ul>
        {own && left.length > 0 ? (
          <Bar>
            <Button
              leftSection={<IconUserCheck size={18} aria-hidden />}
              disabled={ticked.length === 0}
              loading={marking.busy}
              onClick={() => void mark()}
            >
              {ticked.length
                ? t('briefing.teacher.mark', { count: ticked.length })
                : t('briefing.teacher.markNone')}
            </Button>
          </Bar>
        ) : null}
      </Rows>
    </Card>
  )
}
