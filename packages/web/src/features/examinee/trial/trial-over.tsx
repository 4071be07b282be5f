import { Button } from '@mantine/core'
import type { TrialView } from '@ochno/contract/trial'
import { IconRefresh } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Bar, Card, Page, Rows } from '../../../ui/page.tsx'
import { When } from '../../../ui/when.tsx'
import type { Clips } from './local-recorder.ts'
import { MendList } from './mend-list.tsx'
import classes from './trial.module.css'

/** What to mend, and one's own recording to look at once; closing the page is its end. */
export function TrialOver({
  told,
  clips,
  zone,
  onAgain,
}: {
  told: TrialView
  clips: Clips
  zone: string
  onAgain: () => void
}) {
  const { t } = useTranslation()
  return (
    <Page title={t('trial.over')} lead={t('trial.overText')} width="narrow">
      <Rows gap="lg">
        <Card title={t('trial.toMend')} takesFocus>
          <Rows>
            <MendList {...told} />
            <p className={classes.line}>
              {t('trial.kept')} <When at={told.destroyedAt} zone={zone} />
            </p>
          </Rows>
        </Card>
        {clips.cam || clips.screen ? (
          <Card title={t('trial.clips')} lead={t('trial.clipsText')}>
            <div className={classes.clips}>
              {clips.cam ? <Clip blob={clips.cam} label={t('trial.clipCamera')} /> : null}
              {clips.screen ? <Clip blob={clips.screen} label={t('trial.clipScreen')} /> : null}
            </div>
          </Card>
        ) : null}
        <Bar>
          <Button component="a" href="/">
            {t('exam.over.home')}
          </Button>
          <Button variant="default" leftSection={<IconRefresh size={18} aria-hidden />} onClick={onAgain}>
            {t('trial.again')}
          </Button>
        </Bar>
      </Rows>
    </Page>
  )
}

function Clip({ blob, label }: { blob: Blob; label: string }) {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    const made = URL.createObjectURL(blob)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  return address ? (
    <figure className={classes.clip}>
      {/* biome-ignore lint/a11y/useMediaCaption: a person's own trial, looked at by themselves. */}
      <video src={address} controls playsInline aria-label={label} />
      <figcaption>{label}</figcaption>
    </figure>
  ) : null
}
