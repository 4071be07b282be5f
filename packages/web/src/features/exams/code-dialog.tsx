import { Button } from '@mantine/core'
import { giveExamCode, type SessionView } from '@ochno/contract/sessions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Rows } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { When } from '../../ui/when.tsx'
import classes from './exams.module.css'

type Given = { readonly code: string; readonly login: string; readonly endsAt: string }

/** B-28: a code for somebody who forgot the password; it is shown once and told by voice or by hand. */
export function CodeDialog({
  session,
  zone,
  onClose,
}: {
  session: SessionView
  zone: string
  onClose: () => void
}) {
  const { t } = useTranslation()
  const giving = useDo(giveExamCode)
  const [given, setGiven] = useState<Given | null>(null)
  const give = async () => {
    const answer = await giving.run({ params: { sid: session.id } })
    if (answer.ok) setGiven(answer.body)
  }
  return (
    <Sheet title={t('amendments.code.title', { name: session.examinee.name })} onClose={onClose}>
      <Rows>
        {giving.failure ? <FailureNotice failure={giving.failure} /> : null}
        {given ? (
          <>
            <dl className={classes.facts} aria-live="polite">
              <div>
                <dt>{t('amendments.code.login')}</dt>
                <dd>{given.login}</dd>
              </div>
              <div>
                <dt>{t('amendments.code.code')}</dt>
                <dd className={classes.code}>{given.code}</dd>
              </div>
              <div>
                <dt>{t('amendments.code.until')}</dt>
                <dd>
                  <When at={given.endsAt} zone={zone} />
                </dd>
              </div>
            </dl>
            <Notice tone="info" title={t('amendments.code.once')} />
          </>
        ) : (
          <p>{t('amendments.code.lead')}</p>
        )}
        <Bar>
          <Button loading={giving.busy} variant={given ? 'default' : 'filled'} onClick={() => void give()}>
            {t(given ? 'amendments.code.again' : 'amendments.code.give')}
          </Button>
        </Bar>
      </Rows>
    </Sheet>
  )
}
