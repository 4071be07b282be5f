import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice, type FailureWords } from './failure-notice.tsx'
import { Bar, Rows } from './page.tsx'
import { Sheet, type SheetProps } from './sheet.tsx'

type FormSheetProps = Pick<SheetProps, 'title' | 'onClose' | 'size'> & {
  readonly failure: FailureWords | null
  /** What the button that sends says. */
  readonly submit: string
  readonly busy: boolean
  readonly disabled?: boolean
  readonly onSubmit: () => void
  readonly children: ReactNode
}

/** A form over a page: what went wrong above the fields, sending and leaving below them. */
export function FormSheet({
  title,
  onClose,
  size = 'lg',
  failure,
  submit,
  busy,
  disabled = false,
  onSubmit,
  children,
}: FormSheetProps) {
  const { t } = useTranslation()
  return (
    <Sheet title={title} onClose={onClose} size={size} outside={false}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        <Rows>
          {failure ? <FailureNotice failure={failure} /> : null}
          {children}
          <Bar>
            <Button type="submit" loading={busy} disabled={disabled}>
              {submit}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
          </Bar>
        </Rows>
      </form>
    </Sheet>
  )
}
