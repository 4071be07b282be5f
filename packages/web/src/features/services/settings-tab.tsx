import { Button, Checkbox, Textarea, TextInput } from '@mantine/core'
import { readCatalogue } from '@ochno/contract/service-catalogue'
import { readServiceRegister, type RegisterView, saveServiceSettings } from '@ochno/contract/services'
import { serviceFamilies } from '@ochno/domain/services/card'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import { type ProhibitedRow, ProhibitedRows } from './prohibited-rows.tsx'
import classes from './services.module.css'

/** What the institution decided about services: families that are off, what is prohibited, how accounts are made. */
export function SettingsTab({ view: { settings }, manages }: { view: RegisterView; manages: boolean }) {
  const { t } = useTranslation()
  const saving = useDo(saveServiceSettings, [readServiceRegister, readCatalogue])
  const [off, setOff] = useState(settings.off)
  const [rows, setRows] = useState<readonly ProhibitedRow[]>(() =>
    settings.prohibited.map((row, key) => ({ ...row, host: row.host ?? '', key })),
  )
  const [accounts, setAccounts] = useState({
    text: settings.accounts?.text ?? '',
    act: settings.accounts?.act ?? '',
    address: settings.accounts?.address ?? '',
  })
  const [saved, setSaved] = useState(false)
  const hasAccounts = accounts.text.trim() !== ''
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await saving.run({
      body: {
        off,
        prohibited: rows.map(({ name, host, ground }) => ({ name, host: host.trim() || null, ground })),
        accounts: hasAccounts ? { ...accounts, address: accounts.address.trim() || null } : null,
      },
    })
    setSaved(answer.ok)
  }
  return (
    <form onSubmit={submit} onChange={() => setSaved(false)}>
      <fieldset disabled={!manages} className={classes.bare}>
        <Rows gap="lg">
          {saving.failure ? <FailureNotice failure={saving.failure} /> : null}
          <Card title={t('services.settings.families')} lead={t('services.settings.familiesLead')}>
            <div className={classes.fields}>
              {serviceFamilies.map((family) => (
                <Checkbox
                  key={family}
                  label={t(`services.families.${family}`)}
                  checked={!off.includes(family)}
                  onChange={(event) =>
                    setOff(
                      event.currentTarget.checked ? off.filter((one) => one !== family) : [...off, family],
                    )
                  }
                />
              ))}
            </div>
          </Card>
          <Card title={t('services.settings.prohibited')} lead={t('services.settings.prohibitedLead')}>
            <ProhibitedRows rows={rows} setRows={setRows} />
          </Card>
          <Card title={t('services.settings.accounts')} lead={t('services.settings.accountsLead')}>
            <Rows>
              <Textarea
                label={t('services.settings.accountsText')}
                value={accounts.text}
                onChange={(event) => setAccounts({ ...accounts, text: event.currentTarget.value })}
                maxLength={3000}
                rows={4}
              />
              <div className={classes.fields}>
                <TextInput
                  label={t('services.settings.accountsAct')}
                  value={accounts.act}
                  onChange={(event) => setAccounts({ ...accounts, act: event.currentTarget.value })}
                  maxLength={300}
                  required={hasAccounts}
                  withAsterisk={false}
                />
                <TextInput
                  type="url"
                  label={t('services.settings.accountsAddress')}
                  value={accounts.address}
                  onChange={(event) => setAccounts({ ...accounts, address: event.currentTarget.value })}
                  maxLength={1000}
                />
              </div>
            </Rows>
          </Card>
          {saved ? <Notice tone="ok" live="status" title={t('services.settings.saved')} /> : null}
          {manages ? (
            <Bar>
              <Button type="submit" loading={saving.busy}>
                {t('services.settings.save')}
              </Button>
            </Bar>
          ) : null}
        </Rows>
      </fieldset>
    </form>
  )
}
