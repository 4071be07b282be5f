import { Button } from '@mantine/core'
import { takeIdentity } from '@ochno/contract/identity-bridge'
import { Link } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Answer, call } from '../../api/client.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Page, Rows } from '../../ui/page.tsx'

/** Where people come back to from the provider. The answer stands behind the # and goes no further than this page. */
export function IdentityReturnPage() {
  const { t } = useTranslation()
  const [answer, setAnswer] = useState<Answer<typeof takeIdentity> | null>(null)
  // The address forgets the word at once; the page holds it until the server has heard it.
  const [word] = useState(() => new URLSearchParams(window.location.hash.slice(1)).get('answer'))
  const tell = useCallback(() => {
    setAnswer(null)
    if (word) void call(takeIdentity, { body: { answer: word } }).then(setAnswer)
  }, [word])
  const told = useRef(false)
  useEffect(() => {
    window.history.replaceState(null, '', window.location.pathname)
    if (!told.current) tell()
    told.current = true
  }, [tell])
  const unheard = answer?.ok === false && (answer.failure.status === 0 || answer.failure.status >= 500)
  const to = answer?.ok ? `/exam/${answer.body.session}` : '/'
  return (
    <Page title={t('identityBridge.back.title')} width="narrow">
      <Rows>
        {answer === null ? <p role="status">{t('identityBridge.back.waiting')}</p> : null}
        {answer?.ok ? (
          <Notice
            tone={answer.body.result === 'positive' ? 'ok' : 'warn'}
            live="status"
            title={t(`identityBridge.back.${answer.body.result}`)}
          >
            {t(`identityBridge.back.${answer.body.result}Text`)}
          </Notice>
        ) : null}
        {answer && !answer.ok ? <FailureNotice failure={answer.failure} /> : null}
        <Bar>
          {unheard ? <Button onClick={tell}>{t('identityBridge.back.again')}</Button> : null}
          <Button variant={unheard ? 'default' : 'filled'} component={Link} to={to}>
            {t(answer?.ok ? 'identityBridge.back.toExam' : 'identityBridge.back.home')}
          </Button>
        </Bar>
      </Rows>
    </Page>
  )
}
