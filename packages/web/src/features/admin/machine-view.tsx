import { Progress } from '@mantine/core'
import type { MachineView as Health } from '@ochno/contract/machine'
import { useTranslation } from 'react-i18next'
import { CheckList, CheckRow } from '../../ui/check-row.tsx'
import { Card, Rows } from '../../ui/page.tsx'
import { useSize } from '../../ui/size.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import type { Tone } from '../../ui/tone.ts'
import { When } from '../../ui/when.tsx'
import classes from './machine-view.module.css'

const tones = { ok: 'ok', filling: 'warn', no_new: 'bad', full: 'bad' } as const satisfies Record<
  Health['disk']['state'],
  Tone
>

/** One examinee's camera and screen at the usual quality: about 200 MB an hour. */
const BYTES_PER_HOUR = 200_000_000

export function MachineView({ health, zone }: { health: Health; zone: string }) {
  const { t } = useTranslation()
  const size = useSize()
  const { disk, database, ready } = health
  const works = (well: boolean) => ({
    tone: well ? ('ok' as const) : ('bad' as const),
    word: t(well ? 'admin.machine.ok' : 'admin.machine.bad'),
  })
  return (
    <Rows>
      <Card
        title={t('admin.machine.parts')}
        actions={
          <StateMark
            tone={ready ? 'ok' : 'bad'}
            word={t(ready ? 'admin.machine.ready' : 'admin.machine.notReady')}
          />
        }
      >
        <CheckList label={t('admin.machine.parts')}>
          <CheckRow name={t('admin.machine.database')} {...works(database)} />
          <CheckRow
            name={t('admin.machine.recording')}
            {...works(ready)}
            {...(ready ? {} : { text: t('admin.machine.recordingBad') })}
          />
          <CheckRow
            name={t('admin.machine.disk')}
            tone={tones[disk.state]}
            word={t(`admin.machine.disks.${disk.state}`)}
            text={t('admin.machine.diskFree', {
              free: size(disk.freeBytes),
              hours: Math.floor(disk.freeBytes / BYTES_PER_HOUR),
            })}
          >
            <Progress
              value={Math.round(disk.usedShare * 100)}
              color={tones[disk.state] === 'ok' ? 'accent' : 'danger'}
              aria-label={t('admin.machine.disk')}
            />
          </CheckRow>
        </CheckList>
      </Card>
      <dl className={classes.facts}>
        <dt>{t('admin.machine.version')}</dt>
        <dd>{health.version}</dd>
        <dt>{t('admin.machine.checkedAt')}</dt>
        <dd>
          <When at={health.now} zone={zone} />
        </dd>
      </dl>
      <p className={classes.note}>{t('admin.machine.backup')}</p>
    </Rows>
  )
}
