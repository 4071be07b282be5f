import { Button } from '@mantine/core'
import { listAppointments } from '@ochno/contract/appointments'
import { readInstitution } from '@ochno/contract/institution'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { Notice } from '../../ui/notice.tsx'
import { Card, Rows } from '../../ui/page.tsx'

/** The administrator's home: the setup that is not finished, and duties nobody holds. */
export function WarningsCard() {
  const { t } = useTranslation()
  const found = useLoad(readInstitution, {})
  const appointments = useLoad(listAppointments, {})
  const left = found.is === 'ready' ? found.value.steps.filter(({ done }) => !done).length : 0
  const gaps = appointments.is === 'ready' ? appointments.value.gaps : []
  const due = appointments.is === 'ready' ? appointments.value.dueForNextYear : []
  if (left === 0 && gaps.length === 0 && due.length === 0) return null
  return (
    <Card title={t('institution.home.title')}>
      <Rows>
        {left === 0 ? null : (
          <Notice
            tone="info"
            title={t('institution.home.setup', { count: left })}
            action={
              <Button component={Link} to="/institution/setup" size="xs">
                {t('institution.home.goOn')}
              </Button>
            }
          />
        )}
        {gaps.length === 0 && due.length === 0 ? null : (
          <Notice
            tone={gaps.length > 0 ? 'bad' : 'warn'}
            title={t(gaps.length > 0 ? 'institution.responsible.gaps' : 'institution.responsible.due')}
            action={
              <Button component={Link} to="/responsible" size="xs" variant="default">
                {t('institution.home.responsible')}
              </Button>
            }
          >
            {(gaps.length > 0 ? gaps : due).map(({ of }) => `«${of}»`).join(', ')}
          </Notice>
        )}
      </Rows>
    </Card>
  )
}
