import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './sheet.module.css'

export type SheetProps = {
  readonly opened?: boolean
  readonly title: string
  readonly onClose: () => void
  readonly size?: 'md' | 'lg'
  /** False for forms: a stray click beside them loses what was typed. */
  readonly outside?: boolean
  readonly children: ReactNode
}

/** What opens over a page. Its head is no second banner of the page, which Mantine's own would be. */
export function Sheet({ opened = true, title, onClose, size = 'md', outside = true, children }: SheetProps) {
  const { t } = useTranslation()
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={size}
      centered
      lockScroll={false}
      closeOnClickOutside={outside}
    >
      <Modal.Overlay backgroundOpacity={0.45} />
      <Modal.Content radius="lg">
        <div className={classes.head}>
          <Modal.Title className={classes.title}>{title}</Modal.Title>
          <Modal.CloseButton aria-label={t('common.close')} />
        </div>
        <Modal.Body className={classes.body}>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
