import { Button } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './copy-line.module.css'

/** Something to be passed on, with one button that takes it. */
export function CopyLine({ label, value }: { label: string; value: string }) {
  const { t } = useTranslation()
  const id = useId()
  const [state, setState] = useState<'idle' | 'done' | 'failed'>('idle')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value)
      setState('done')
    } catch {
      setState('failed')
    }
  }
  return (
    <div className={classes.line}>
      <label htmlFor={id} className={classes.label}>
        {label}
      </label>
      <div className={classes.row}>
        <input
          id={id}
          className={classes.value}
          readOnly
          value={value}
          onFocus={(event) => event.target.select()}
        />
        <Button
          variant="default"
          onClick={copy}
          leftSection={
            state === 'done' ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />
          }
        >
          {state === 'done' ? t('common.copied') : t('common.copy')}
        </Button>
      </div>
      <p role="status" className={classes.said}>
        {state === 'failed' ? t('common.copyFailed') : ''}
      </p>
    </div>
  )
}
