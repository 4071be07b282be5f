import { Button } from '@mantine/core'
import type { OwnTask, WorkVersion } from '@ochno/contract/assignments'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSize } from '../../ui/size.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { When } from '../../ui/when.tsx'
import classes from './assignments.module.css'

type Facts = Pick<OwnTask, 'deadline' | 'closedAt'>

/** Until when, by whose word, and whether it is closed. */
export function DeadlineLine({ task, zone }: { task: Facts; zone: string }) {
  const { t } = useTranslation()
  const { ground } = task.deadline
  return (
    <p className={classes.quiet}>
      {t('assignments.until')} <When at={task.deadline.at} zone={zone} />
      {ground ? ` · ${t('assignments.byAct', ground)}` : ''}
      {task.closedAt ? (
        <>
          {' · '}
          {t('assignments.closed')} <When at={task.closedAt} zone={zone} />
        </>
      ) : null}
    </p>
  )
}

type FileId = WorkVersion['files'][number]['id']

/** One version as it was handed in. */
export function Version({
  version,
  zone,
  onFile,
}: {
  version: WorkVersion
  zone: string
  onFile: (id: FileId, name: string) => void
}) {
  const { t } = useTranslation()
  const size = useSize()
  return (
    <li className={classes.row}>
      <div className={classes.text}>
        <p className={classes.name}>
          {t('assignments.version', { number: version.version })} ·{' '}
          <When at={version.receivedAt} zone={zone} />
        </p>
        <p className={classes.quiet}>{t(`assignments.channels.${version.channel}`)}</p>
        {version.text ? <p className={classes.words}>{version.text}</p> : null}
        {version.files.map(({ id, name, bytes }) => (
          <Button
            key={id}
            className={classes.file}
            variant="subtle"
            size="compact-md"
            leftSection={<IconDownload size={18} aria-hidden />}
            onClick={() => onFile(id, name)}
          >
            {name} ({size(bytes)})
          </Button>
        ))}
      </div>
      <StateMark
        tone={version.late ? 'warn' : 'ok'}
        word={t(version.late ? 'assignments.late' : 'assignments.inTime')}
        quiet
      />
    </li>
  )
}
