import { readMyEquipment } from '@ochno/contract/equipment'
import type { SessionId } from '@ochno/domain/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { useRequirementLine } from '../../ui/requirement-line.ts'
import classes from './notices.module.css'

/** 000 3.3: before the use one is told what the machine has to be, and may test it and the exam at once. */
export function BeforeUse({ session }: { session: SessionId }) {
  const { t } = useTranslation()
  const line = useRequirementLine()
  const [open, setOpen] = useState(false)
  const load = useLoad(readMyEquipment, { query: { place: 'examinee', session } }, { enabled: open })
  return (
    <details className={classes.before} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('notices.before.title')}</summary>
      {load.is === 'ready' ? (
        <ul>
          {load.value.rules.requirements.map((one) => (
            <li key={one.item}>{line(one)}</li>
          ))}
          {load.value.rules.extra.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      ) : (
        <p role="status">{t(load.is === 'failed' ? 'notices.before.failed' : 'notices.before.loading')}</p>
      )}
      <p className={classes.tries}>
        {/* Full loads: the server lets a page use devices only under /exam. */}
        <a href={`/exam/equipment?session=${session}`}>{t('equipment.home.forExam')}</a>
        <a href={`/exam/trial?session=${session}`}>{t('trial.try')}</a>
      </p>
    </details>
  )
}
