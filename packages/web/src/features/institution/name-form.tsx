import { Button, TextInput } from '@mantine/core'
import { changeInstitution, readInstitution } from '@ochno/contract/institution'
import { readMe } from '@ochno/contract/sign-in'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import type { Me } from '../../api/me.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { moment } from '../../ui/moment.ts'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Rows } from '../../ui/page.tsx'
import { ZoneSelect } from '../../ui/zone-select.tsx'

export function NameForm({ institution }: { institution: Me['institution'] }) {
  const { t, i18n } = useTranslation()
  const [name, setName] = useState(institution.name)
  const [zone, setZone] = useState(institution.zone)
  const [saved, setSaved] = useState(false)
  const changing = useDo(changeInstitution, [readMe, readInstitution])
  const same = name.trim() === institution.name && zone === institution.zone

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setSaved(false)
    const answer = await changing.run({ body: { name, zone } })
    if (answer.ok) setSaved(true)
  }

  return (
    <form onSubmit={submit}>
      <Rows>
        {changing.failure ? <FailureNotice failure={changing.failure} /> : null}
        {saved && same ? <Notice tone="ok" live="status" title={t('admin.institution.saved')} /> : null}
        <TextInput
          label={t('signIn.setup.institution')}
          description={t('admin.institution.nameHint')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={200}
          autoComplete="organization"
          required
          withAsterisk={false}
        />
        <ZoneSelect label={t('signIn.setup.zone')} zone={zone} onChange={setZone} />
        <div>
          {t('admin.institution.clock', {
            time: moment(new Date().toISOString(), zone, i18n.language),
          })}
        </div>
        {zone === institution.zone ? null : (
          <Notice tone="warn" live="status" title={t('admin.institution.zoneMoves')} />
        )}
        <Bar>
          <Button type="submit" loading={changing.busy} disabled={same || !name.trim()}>
            {t('admin.institution.submit')}
          </Button>
        </Bar>
      </Rows>
    </form>
  )
}
