import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useHelp } from '../../api/help-slot.ts'
import classes from './help-dialog.module.css'
import { Sheet } from '../../ui/sheet.tsx'

const topics = ['link', 'reload', 'camera', 'time'] as const

export function HelpDialog({
  opened,
  session,
  onClose,
}: {
  opened: boolean
  /** Also the code that support asks for. */
  session: string
  onClose: () => void
}) {
  const { t } = useTranslation()
  const Help = useHelp()
  return (
    <Sheet opened={opened} title={t('exam.helpBox.title')} onClose={onClose} size="lg">
      <dl className={classes.topics}>
        {topics.map((topic) => (
          <div key={topic}>
            <dt>{t(`exam.helpBox.${topic}`)}</dt>
            <dd>{t(`exam.helpBox.${topic}Text`)}</dd>
          </div>
        ))}
      </dl>
      {Help && opened ? (
        <Suspense fallback={null}>
          <Help session={session} />
        </Suspense>
      ) : null}
      <p className={classes.code}>{t('exam.helpBox.support', { code: session })}</p>
    </Sheet>
  )
}
