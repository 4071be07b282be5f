import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from './notice.tsx'

export type FailureWords = {
  readonly code: string
  readonly sentence: string | null
  readonly support: string | null
}

/** The server's own sentence, else ours for the code, else the general one: what happened, what is safe, what to do. */
export function FailureNotice({ failure, action }: { failure: FailureWords; action?: ReactNode }) {
  const { t, i18n } = useTranslation()
  const known = `errors.${failure.code}`
  const ours = i18n.exists(known) ? t(known as 'errors.unknown') : t('errors.unknown')
  return (
    <Notice tone="bad" live="alert" title={failure.sentence ?? ours} action={action}>
      {failure.support ? <small>{t('common.supportCode', { code: failure.support })}</small> : null}
    </Notice>
  )
}
