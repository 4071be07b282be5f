import { Button } from '@mantine/core'
import { reviewInstructionEdition } from '@ochno/domain/appointment/proctor-rules'
import { IconPrinter } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Card, Page, Rows } from '../../ui/page.tsx'
import { useDay } from './day.ts'
import classes from './institution.module.css'

const parts = [
  'before',
  'hints',
  'marks',
  'watched',
  'quality',
  'finish',
  'second',
  'secrecy',
  'keys',
] as const

/** R4-5.1a: the text a proctor acknowledges; also to whoever was suspended and has no role left. */
export function ReviewInstructionPage() {
  const { t } = useTranslation()
  const day = useDay()
  return (
    <Page
      title={t('reviewInstruction.title')}
      lead={t('reviewInstruction.lead')}
      width="narrow"
      actions={
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('reviewInstruction.print')}
        </Button>
      }
    >
      <Rows gap="lg">
        <p className={classes.quiet}>
          {t('reviewInstruction.edition', { day: day(reviewInstructionEdition) })}.{' '}
          <Link to="/my-papers">{t('reviewInstruction.back')}</Link>
        </p>
        {parts.map((part) => (
          <Card key={part} title={t(`reviewInstruction.parts.${part}.title`)}>
            <ul className={classes.lines}>
              {t(`reviewInstruction.parts.${part}.text`)
                .split('\n')
                .map((line) => (
                  <li key={line}>{line}</li>
                ))}
            </ul>
          </Card>
        ))}
      </Rows>
    </Page>
  )
}
