import { readMyEntrances, returnFromEntrance } from '@ochno/contract/federation'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { useEnter } from '../../api/me.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Rows } from '../../ui/page.tsx'
import classes from './door.module.css'

/** Back from the server of the institution. What it wrote into the address is used once and wiped from it. */
export function BackPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const enter = useEnter()
  const coming = useDo(returnFromEntrance, [readMyEntrances])
  const begun = useRef(false)
  useEffect(() => {
    document.title = `${t('federation.back.title')} · ${t('common.product')}`
  }, [t])
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    const query = location.search
    history.replaceState(history.state, '', location.pathname)
    const come = async () => {
      const answer = await coming.run({ body: { query } })
      if (!answer.ok) return
      if (answer.body.did === 'entered') {
        enter(answer.body.me)
        await navigate({ to: '/' })
      } else await navigate({ to: '/me/sign-ins' })
    }
    void come()
  }, [coming, enter, navigate])
  return (
    <div className={classes.door}>
      <div className={classes.card}>
        <div className={classes.brand}>
          <Mark size={44} />
        </div>
        <h1 className={classes.title}>
          {t(coming.failure ? 'federation.back.failed' : 'federation.back.title')}
        </h1>
        <div className={classes.others}>
          <Rows>
            {coming.failure ? (
              <>
                <FailureNotice failure={coming.failure} />
                <Link to="/sign-in">{t('federation.back.again')}</Link>
              </>
            ) : (
              <p className={classes.lead} role="status">
                {t('federation.back.wait')}
              </p>
            )}
          </Rows>
        </div>
      </div>
    </div>
  )
}
