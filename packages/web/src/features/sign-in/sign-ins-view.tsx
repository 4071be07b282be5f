import { Button } from '@mantine/core'
import { IconDeviceLaptop } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { FailureNotice, type FailureWords } from '../../ui/failure-notice.tsx'
import { Rows } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { When } from '../../ui/when.tsx'
import classes from './sign-ins-view.module.css'

export type SignInRow = {
  readonly id: string
  readonly device: string
  readonly createdAt: string
  readonly seenAt: string
  readonly current: boolean
}

/** B-06: every place one is signed in, each can be ended from here. */
export function SignInsView({
  rows,
  zone,
  failure,
  onEnd,
}: {
  rows: readonly SignInRow[]
  zone: string
  failure: FailureWords | null
  onEnd: (id: string) => void
}) {
  const { t } = useTranslation()
  return (
    <Rows>
      {failure ? <FailureNotice failure={failure} /> : null}
      <ul className={classes.list}>
        {rows.map((row) => {
          const device = row.device || t('signIn.mine.unknownDevice')
          return (
            <li key={row.id} className={classes.row}>
              <IconDeviceLaptop size={26} stroke={1.6} aria-hidden />
              <div className={classes.words}>
                <p className={classes.device}>{device}</p>
                <p className={classes.times}>
                  {t('signIn.mine.since')}: <When at={row.createdAt} zone={zone} />
                </p>
                <p className={classes.times}>
                  {t('signIn.mine.seen')}: <When at={row.seenAt} zone={zone} />
                </p>
              </div>
              {row.current ? (
                <StateMark tone="info" word={t('signIn.mine.this')} />
              ) : (
                <Button
                  variant="default"
                  onClick={() => onEnd(row.id)}
                  aria-label={t('signIn.mine.endThis', { device })}
                >
                  {t('signIn.mine.end')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </Rows>
  )
}
