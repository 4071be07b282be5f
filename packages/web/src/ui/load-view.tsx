import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice, type FailureWords } from './failure-notice.tsx'
import classes from './load-view.module.css'

type Load<T> =
  | { readonly is: 'loading' }
  | { readonly is: 'failed'; readonly failure: FailureWords; readonly retry: () => void }
  | { readonly is: 'ready'; readonly value: T }

/** Loading keeps the room that the content will need (`rows`), so that nothing jumps. */
export function LoadView<T>({
  load,
  rows = 3,
  children,
}: {
  load: Load<T>
  rows?: number
  children: (value: T) => ReactNode
}) {
  const { t } = useTranslation()
  switch (load.is) {
    case 'loading':
      return (
        <div role="status" aria-label={t('common.loading')} className={classes.loading}>
          {Array.from({ length: rows }, (_, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: grey bars are all alike
            <span key={row} className={classes.bar} />
          ))}
        </div>
      )
    case 'failed':
      return (
        <FailureNotice
          failure={load.failure}
          action={
            <Button
              variant="default"
              size="xs"
              leftSection={<IconRefresh size={16} aria-hidden />}
              onClick={load.retry}
            >
              {t('common.retry')}
            </Button>
          }
        />
      )
    case 'ready':
      return children(load.value)
  }
}
