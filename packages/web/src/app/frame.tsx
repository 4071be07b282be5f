import { isPupil } from '@ochno/domain/access/table'
import { useNavigate } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { FeatureRoute } from '../api/feature-route.ts'
import { may, useMe } from '../api/me.ts'
import { MaintenanceLine } from '../features/maintenance/maintenance-line.tsx'
import { DataLine } from '../features/protection/data-line.tsx'
import { LoadView } from '../ui/load-view.tsx'
import { Page } from '../ui/page.tsx'
import { ConsoleLock } from './console-lock.tsx'
import classes from './frame.module.css'
import { Header } from './header.tsx'
import { IdleWatch } from './idle-watch.tsx'

const SecondFactorGate = lazy(async () => ({
  default: (await import('../features/sign-in/second-factor/gate.tsx')).SecondFactorGate,
}))

/** What surrounds a page: who may see it, the header, the place its lines will take while its code arrives. */
export function Frame({ route, children }: { route: FeatureRoute; children: ReactNode }) {
  return route.can === 'public' ? (
    <PublicFrame bare={route.frame === 'bare'}>{children}</PublicFrame>
  ) : (
    <SignedInFrame route={route}>{children}</SignedInFrame>
  )
}

/** `bare`: the page stands in somebody else's frame, which has a header of its own. */
function PublicFrame({ bare, children }: { bare: boolean; children: ReactNode }) {
  return (
    <>
      {bare ? null : <Header me={null} />}
      <main id="content" className={classes.main}>
        <Suspense fallback={<div className={classes.waiting} />}>{children}</Suspense>
      </main>
    </>
  )
}

function SignedInFrame({ route, children }: { route: FeatureRoute; children: ReactNode }) {
  const { t } = useTranslation()
  const me = useMe()
  if (me.is === 'failed' && me.failure.status === 401) return <ToSignIn />
  const owes = me.is === 'ready' && me.value.secondFactor !== 'done'
  const bare = route.frame === 'bare' && me.is === 'ready' && !owes
  return (
    <>
      {bare ? null : <Header me={me.is === 'ready' && !owes ? me.value : null} />}
      {bare || me.is !== 'ready' || owes ? null : <MaintenanceLine zone={me.value.institution.zone} />}
      <main id="content" className={bare ? classes.bare : classes.main}>
        {me.is === 'ready' && owes ? (
          <Suspense fallback={<div className={classes.waiting} />}>
            <SecondFactorGate />
          </Suspense>
        ) : me.is === 'ready' ? (
          may(me.value, route.can) ? (
            <Suspense fallback={<div className={classes.waiting} />}>
              {route.locks ? <ConsoleLock>{children}</ConsoleLock> : children}
            </Suspense>
          ) : (
            <Page title={t('common.forbidden.title')} lead={t('common.forbidden.text')} width="narrow" />
          )
        ) : (
          <div className={classes.waiting}>
            <LoadView load={me}>{() => null}</LoadView>
          </div>
        )}
      </main>
      {bare || me.is !== 'ready' || owes ? null : <DataLine />}
      {me.is === 'ready' && !owes && !isPupil(me.value.roles) ? <IdleWatch /> : null}
    </>
  )
}

/** Once: until the sign-in page has arrived this stays mounted, and would send the person on again and again. */
function ToSignIn() {
  const navigate = useNavigate()
  useEffect(() => {
    const { pathname, search } = window.location
    if (pathname === '/sign-in') return
    void navigate({
      to: '/sign-in',
      search: pathname === '/' ? {} : { next: pathname + search },
      replace: true,
    })
  }, [navigate])
  return null
}
