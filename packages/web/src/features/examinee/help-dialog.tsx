import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './help-dialog.module.css'

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
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={<strong>{t('exam.helpBox.title')}</strong>}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <dl className={classes.topics}>
        {topics.map((topic) => (
          <div key={topic}>
            <dt>{t(`exam.helpBox.${topic}`)}</dt>
            <dd>{t(`exam.helpBox.${topic}Text`)}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.code}>{t('exam.helpBox.support', { code })}</p>
    </Modal>
  )
}
