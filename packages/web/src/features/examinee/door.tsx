import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Mark } from '../../ui/mark.tsx'
import classes from './door.module.css'

/** The frame of the exam page outside the exam itself. A plain link home: other pages have no right to the camera (B-03). */
export function Door({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <>
      <header className={classes.bar}>
        <a href="/" className={classes.brand}>
          <Mark />
          {t('common.product')}
        </a>
        <a href="/" className={classes.home}>
          {t('exam.over.home')}
        </a>
      </header>
      {children}
    </>
  )
}
