import { Modal } from '@mantine/core'
import { type ReactNode, useContext, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConsoleLocked } from './console-locked.ts'
import classes from './sheet.module.css'

export type SheetProps = {
  readonly opened?: boolean
  readonly title: string
  readonly onClose: () => void
  readonly size?: 'md' | 'lg'
  /** False for forms: a stray click beside them loses what was typed. */
  readonly outside?: boolean
  /** True for what may be asked while another sheet is open. */
  readonly above?: boolean
  readonly children: ReactNode
}

/** Where the focus goes back to; a sheet opened from within a sheet goes back to where the first one came from. */
let opener: Element | null = null

function rememberOpener(): null {
  const at = document.activeElement
  if (at && at !== document.body && !at.closest('[role="dialog"]')) opener = at
  return null
}

/** What opens over a page. Its head is no second banner of the page, which Mantine's own would be. */
export function Sheet({
  opened = true,
  title,
  onClose,
  size = 'md',
  outside = true,
  above = false,
  children,
}: SheetProps) {
  const { t } = useTranslation()
  const locked = useContext(ConsoleLocked)
  useState(rememberOpener)
  // Mantine gives the focus back when a sheet is closed, but not when its owner takes it away at once.
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    },
    [],
  )
  return (
    <Modal.Root
      opened={opened && !locked}
      onClose={onClose}
      size={size}
      centered
      lockScroll={false}
      closeOnClickOutside={outside}
      zIndex={above ? 300 : 200}
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
