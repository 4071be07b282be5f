import { Button } from '@mantine/core'
import { readMyEquipment } from '@ochno/contract/equipment'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { may, useMe } from '../../api/me.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { When } from '../../ui/when.tsx'
import classes from '../../machine/machine.module.css'
import { toneOfCheck } from './steps.ts'
import type { Place } from './use-equipment.ts'

export const ExamineeCheckCard = () => <HomeCheckCard place="examinee" />
export const ProctorCheckCard = () => <HomeCheckCard place="staff" />

/** A proctor has the card already, where the work begins. */
export function StaffCheckCard() {
  const me = useMe()
  return me.is === 'ready' && !may(me.value, 'live.watch') ? <HomeCheckCard place="staff" /> : null
}

const DAY_MS = 24 * 3_600_000

function HomeCheckCard({ place }: { place: Place }) {
  const { t } = useTranslation()
  const me = useMe()
  const mine = useLoad(readMyEquipment, { query: { place } })
  const zone = me.is === 'ready' ? me.value.institution.zone : 'Europe/Moscow'
  const staff = place === 'staff'
  return (
    <Card
      title={t(staff ? 'equipment.staffTitle' : 'equipment.home.title')}
      lead={t(staff ? 'equipment.home.staffText' : 'equipment.home.text')}
    >
      <Rows>
        <LoadView load={mine} rows={1}>
          {({ last, now }) =>
            last ? (
              <p className={classes.line}>
                <StateMark tone={toneOfCheck(last)} word={t(`equipment.list.outcomes.${last.outcome}`)} />
                <When at={last.at} zone={zone} />
                {Date.parse(now) - Date.parse(last.at) > DAY_MS ? (
                  <span>{t('equipment.home.old')}</span>
                ) : null}
              </p>
            ) : (
              <p className={classes.quiet}>{t('equipment.home.none')}</p>
            )
          }
        </LoadView>
        <Bar>
          {/* A full load: the server lets a page use devices only under /exam. */}
          <Button
            component="a"
            href={staff ? '/exam/equipment?place=staff' : '/exam/equipment'}
            variant="default"
          >
            {t('equipment.home.open')}
          </Button>
          {staff ? (
            <Button component="a" href="/equipment" variant="subtle">
              {t('equipment.home.others')}
            </Button>
          ) : null}
        </Bar>
      </Rows>
    </Card>
  )
}
