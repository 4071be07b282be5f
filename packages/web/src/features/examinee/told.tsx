import { Button } from '@mantine/core'
import { IconDeviceLaptop } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyLine } from '../../ui/copy-line.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Card, Page, Rows } from '../../ui/page.tsx'
import type { Tone } from '../../ui/tone.ts'
import classes from './told.module.css'

/** A page that only tells something: what happened, what is safe, what to do. */
export function Told({
  title,
  tone,
  text,
  children,
}: {
  title: string
  tone: Tone
  text: string
  children?: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <Page title={title} width="narrow">
      <Rows>
        <Notice tone={tone} title={text} live="status" />
        {children}
        <div>
          <Button component="a" href="/" variant="default">
            {t('exam.over.home')}
          </Button>
        </div>
      </Rows>
    </Page>
  )
}

/** The exam needs a computer; a phone is told so before anything has started. */
export function OnPhone({ address }: { address: string }) {
  const { t } = useTranslation()
  return (
    <Page title={t('exam.phone.title')} lead={t('exam.phone.text')} width="narrow">
      <Card title={t('exam.phone.what')}>
        <ul className={classes.needs}>
          {(['computer', 'browser', 'link'] as const).map((need) => (
            <li key={need}>
              <IconDeviceLaptop size={20} stroke={1.8} aria-hidden />
              <span>{t(`exam.phone.needs.${need}`)}</span>
            </li>
          ))}
        </ul>
        <CopyLine label={t('exam.phone.link')} value={address} />
      </Card>
      <Notice tone="info" title={t('exam.phone.after')} />
    </Page>
  )
}

/** Not a phone, but a browser that lacks what recording needs. */
export function BrowserUnfit() {
  const { t } = useTranslation()
  return <Told tone="warn" title={t('exam.browser.title')} text={t('exam.browser.text')} />
}
