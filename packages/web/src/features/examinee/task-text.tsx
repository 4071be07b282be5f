import { Button } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './task-text.module.css'

const LINK = /(https:\/\/[^\s<>"']+)/g

/** The teacher's words as they were typed; an https address in them becomes a link (B-35: nothing else does). */
export function TaskText({ text }: { text: string }) {
  const { t } = useTranslation()
  const links = [...text.matchAll(LINK)].map((found) => found[0].replace(/[.,;:!?)]+$/, ''))
  const first = links[0]
  return (
    <div className={classes.task}>
      {text.trim() ? (
        text
          .trim()
          .split(/\n{2,}/)
          // biome-ignore lint/suspicious/noArrayIndexKey: the text does not change during an exam
          .map((paragraph, at) => <p key={at}>{paragraph}</p>)
      ) : (
        <p>{t('exam.run.noTasks')}</p>
      )}
      {first ? (
        <Button
          component="a"
          href={first}
          target="_blank"
          rel="noopener noreferrer"
          rightSection={<IconExternalLink size={18} aria-hidden />}
        >
          {t('exam.run.openTask')}
        </Button>
      ) : null}
    </div>
  )
}
