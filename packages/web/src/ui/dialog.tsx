import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Bar, Rows } from './page.tsx'
import { Sheet } from './sheet.tsx'

type DialogProps = {
  readonly opened: boolean
  readonly title: string
  readonly children?: ReactNode
  readonly confirm: string
  readonly onConfirm: () => void
  readonly onClose: () => void
  readonly busy?: boolean
  readonly danger?: boolean
}

/** Asks before what can not be taken back. Focus starts on the harmless answer. */
export function Dialog({ opened, title, children, confirm, onConfirm, onClose, busy, danger }: DialogProps) {
  const { t } = useTranslation()
  return (
    <Sheet opened={opened} title={title} onClose={onClose}>
      <Rows gap="lg">
        <div>{children}</div>
        <Bar>
          <Button onClick={onConfirm} loading={busy ?? false} {...(danger ? { color: 'danger.7' } : {})}>
            {confirm}
          </Button>
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('common.cancel')}
          </Button>
        </Bar>
      </Rows>
    </Sheet>
  )
}
