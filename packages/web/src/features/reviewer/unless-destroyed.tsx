import { readKept } from '@ochno/contract/retention'
import type { SessionId } from '@ochno/domain/ids'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { Notice } from '../../ui/notice.tsx'

/** Stands where the recording would be, once it is gone; the children otherwise. */
export function UnlessDestroyed({
  session,
  zone,
  children,
}: {
  session: string
  zone: string
  children: ReactNode
}) {
  const { t, i18n } = useTranslation()
  const kept = useLoad(readKept, { params: { sid: session as SessionId } })
  const destroyed = kept.is === 'ready' ? kept.value.destroyed : null
  if (!destroyed) return children
  const at = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeZone: zone }).format(
    new Date(destroyed.at),
  )
  return (
    <Notice tone="info" title={t('retention.gone.notice', { at, number: destroyed.number })}>
      <span style={{ overflowWrap: 'anywhere' }}>{t('retention.gone.text', { hash: destroyed.sha256 })}</span>
    </Notice>
  )
}
