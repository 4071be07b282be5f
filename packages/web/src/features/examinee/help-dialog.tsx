import { useTranslation } from 'react-i18next'
import classes from './help-dialog.module.css'
import { Sheet } from '../../ui/sheet.tsx'

const topics = ['link', 'reload', 'camera', 'time'] as const

export function HelpDialog({
  opened,
  code,
  onClose,
}: {
  opened: boolean
  code: string
  onClose: () => void
}) {
  const { t } = useTranslation()
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
      <p className={classes.code}>{t('exam.helpBox.support', { code })}</p>
    </Sheet>
  )
}
