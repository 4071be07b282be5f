import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './lock-screen.module.css'

/** B-26: covers everything until the password is given again. */
export function LockScreen({ waiting, open }: { waiting?: string; open: () => Promise<void> }) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const ask = async () => {
    setAsking(true)
    await open()
    setAsking(false)
  }
  return (
    <div className={classes.lock}>
      <IconLock size={40} aria-hidden />
      <h1 ref={heading} tabIndex={-1} className={classes.title}>
        {t('proctor.lock.title')}
      </h1>
      <p>{t('proctor.lock.text')}</p>
      {waiting === undefined ? null : (
        <p role="status" className={classes.waiting}>
          {waiting}
        </p>
      )}
      <Button size="lg" color="accent.7" loading={asking} onClick={() => void ask()}>
        {t('proctor.lock.open')}
      </Button>
    </div>
  )
}
