import { Anchor } from '@mantine/core'
import { sessionId } from '@ochno/contract/ids'
import { isPhone } from '@ochno/capture'
import type { SessionId } from '@ochno/domain/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Me, useMe } from '../../api/me.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Columns, Page, Rows } from '../../ui/page.tsx'
import { CameraStep } from './camera-step.tsx'
import { ConfirmCard } from '../../machine/confirm-card.tsx'
import classes from './equipment.module.css'
import { MicrophoneStep } from './microphone-step.tsx'
import { MachineStep, NetworkStep, ScreenStep, SpeakersStep } from './plain-steps.tsx'
import { ResultsCard } from './results-card.tsx'
import { type Place, useEquipment } from './use-equipment.ts'

/** /exam/equipment, any day before an exam; `?session=` for one exam, `?place=staff` for a workplace. */
export function EquipmentPage() {
  const me = useMe()
  return me.is === 'ready' ? <Check me={me.value} /> : null
}

function asked(me: Me): { place: Place; session: SessionId | null } {
  const search = new URLSearchParams(location.search)
  const session = sessionId.safeParse(search.get('session'))
  const place = search.get('place') === 'staff' || !me.roles.includes('examinee') ? 'staff' : 'examinee'
  return { place, session: place === 'examinee' && session.success ? session.data : null }
}

function Check({ me }: { me: Me }) {
  const { t } = useTranslation()
  const [{ place, session }] = useState(() => asked(me))
  const [phone] = useState(isPhone)
  const { load, check, setCheck, saving, failure, measured, sendAgain } = useEquipment(place, session)
  const { zone } = me.institution
  const staff = place === 'staff'
  return (
    <Page
      title={t(staff ? 'equipment.staffTitle' : 'equipment.title')}
      lead={t(staff ? 'equipment.staffLead' : 'equipment.lead')}
    >
      {phone ? (
        <Notice tone="info" title={t(staff ? 'equipment.phone.staffTitle' : 'equipment.phone.title')}>
          {t(staff ? 'equipment.phone.staffText' : 'equipment.phone.text')}
        </Notice>
      ) : null}
      <LoadView load={load} rows={8}>
        {({ rules }) => {
          const step = { check, extra: rules.extra, measured }
          return (
            <>
              <p className={classes.hint}>
                {rules.act ? t('equipment.underAct', { title: rules.act.title }) : t('equipment.noAct')}{' '}
                <Anchor href="/technical-requirements" underline="always">
                  {t('equipment.all')}
                </Anchor>
              </p>
              <Columns>
                <Rows>
                  <MachineStep {...step} />
                  <CameraStep {...step} />
                  <MicrophoneStep {...step} />
                  <SpeakersStep {...step} />
                  <NetworkStep {...step} />
                  {staff || phone ? null : <ScreenStep {...step} />}
                </Rows>
                <div className={classes.sticky}>
                  <Rows>
                    <ResultsCard
                      check={check}
                      zone={zone}
                      saving={saving}
                      failure={failure}
                      onSaveAgain={() => void sendAgain()}
                    />
                    {check && check.acknowledgedAt === null ? (
                      <ConfirmCard key={check.id} check={check} extra={rules.extra} onDone={setCheck} />
                    ) : null}
                  </Rows>
                </div>
              </Columns>
            </>
          )
        }}
      </LoadView>
    </Page>
  )
}
