import { Button, TextInput } from '@mantine/core'
import { listDecisions, readDecision, secondDecision } from '@ochno/contract/decisions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'
import type { Part } from './part.ts'
import classes from './decisions.module.css'

/** Annulling a result takes two named people (T-17). */
export function SecondCard({ view, zone }: Part) {
  const { t } = useTranslation()
  const me = useMe()
  const seconding = useDo(secondDecision, [readDecision, listDecisions])
  const [reason, setReason] = useState('')
  const { proposed } = view
  const [as] = view.myPosts
  if (!proposed) return null
  const mayNot = me.is !== 'ready' || view.proctored || !as
  const own = me.is === 'ready' && me.value.account === proposed.by.id
  const send = (agree: boolean) =>
    as &&
    void seconding.run({ params: { sid: view.session }, body: { as, agree, reason, of: proposed.by.at } })
  return (
    <Card title={t('decisions.second.title')}>
      <Rows>
        <p className={classes.big}>{t(`decisions.values.${proposed.value}`)}</p>
        <p>{proposed.ground}</p>
        <p className={classes.quiet}>
          {t(`decisions.posts.${proposed.by.post}`)}, {proposed.by.name},{' '}
          <When at={proposed.by.at} zone={zone} />
        </p>
        {seconding.failure ? <FailureNotice failure={seconding.failure} /> : null}
        {mayNot ? null : (
          <>
            <Notice tone="info" title={t(own ? 'decisions.second.own' : 'decisions.second.lead')} />
            <TextInput
              label={t('decisions.second.reason')}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              maxLength={1000}
            />
            <Bar>
              {own ? null : (
                <Button color="danger.7" loading={seconding.busy} onClick={() => send(true)}>
                  {t('decisions.second.agree')}
                </Button>
              )}
              <Button variant="default" disabled={!reason.trim()} onClick={() => send(false)}>
                {t('decisions.second.back')}
              </Button>
            </Bar>
          </>
        )}
      </Rows>
    </Card>
  )
}
