import { Button, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core'
import {
  type FederationView,
  readFederation,
  removeLdap,
  saveLdap,
  tryLdap,
} from '@ochno/contract/federation'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReplyOf } from '../../api/client.ts'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Columns, Rows } from '../../ui/page.tsx'
import { SecretInput } from './secret-input.tsx'

type Server = NonNullable<FederationView['ldap']>
const securities = ['ldaps', 'starttls', 'none'] as const satisfies readonly Server['security'][]
const usualPort = { ldaps: 636, starttls: 389, none: 389 } as const satisfies Record<
  Server['security'],
  number
>
const fresh: Server = {
  host: '',
  port: 636,
  security: 'ldaps',
  base: '',
  filter: '(uid={login})',
  bindDn: null,
  ca: null,
  hasPassword: false,
}

export function LdapCard({ server, onRemoved }: { server: Server | null; onRemoved: () => void }) {
  const { t } = useTranslation()
  const saving = useDo(saveLdap, [readFederation])
  const removing = useDo(removeLdap, [readFederation])
  const trying = useDo(tryLdap)
  const [given, setGiven] = useState<Server>(server ?? fresh)
  const [password, setPassword] = useState('')
  const [login, setLogin] = useState('')
  const [saved, setSaved] = useState(false)
  const [tried, setTried] = useState<ReplyOf<typeof tryLdap> | null>(null)
  const set = (changed: Partial<Server>) => {
    setSaved(false)
    setTried(null)
    setGiven({ ...given, ...changed })
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(null)
    setSaved(false)
    const { hasPassword: _, ...rest } = given
    const body = { ...rest, bindDn: rest.bindDn?.trim() || null, ca: rest.ca?.trim() || null }
    const answer = await saving.run({ body: { ...body, ...(password ? { password } : {}) } })
    if (!answer.ok) return
    setGiven(answer.body.ldap ?? given)
    setPassword('')
    setSaved(true)
  }
  const tryNow = async () => {
    setTried(null)
    setSaved(false)
    const answer = await trying.run({ body: { login: login.trim() || null } })
    if (answer.ok) setTried(answer.body)
  }
  const remove = async () => {
    const answer = await removing.run({})
    if (answer.ok) onRemoved()
  }
  const failure = saving.failure ?? removing.failure ?? trying.failure
  return (
    <Card title={t('federation.ldap.title')} lead={t('federation.ldap.lead')}>
      <form onSubmit={submit}>
        <Rows>
          {failure ? <FailureNotice failure={failure} /> : null}
          <TextInput
            label={t('federation.ldap.host')}
            value={given.host}
            onChange={(event) => set({ host: event.currentTarget.value.trim() })}
            autoCapitalize="none"
            spellCheck={false}
            maxLength={253}
            required
            withAsterisk={false}
          />
          <Columns>
            <NativeSelect
              label={t('federation.ldap.security')}
              value={given.security}
              data={securities.map((value) => ({ value, label: t(`federation.ldap.securities.${value}`) }))}
              onChange={(event) => {
                const security = securities.find((one) => one === event.currentTarget.value) ?? 'ldaps'
                set({
                  security,
                  port: given.port === usualPort[given.security] ? usualPort[security] : given.port,
                })
              }}
            />
            <NumberInput
              label={t('federation.ldap.port')}
              value={given.port}
              onChange={(port) => set({ port: Number(port) })}
              min={1}
              max={65_535}
              allowDecimal={false}
              hideControls
              required
              withAsterisk={false}
            />
          </Columns>
          <TextInput
            label={t('federation.ldap.base')}
            description={t('federation.ldap.baseHint')}
            value={given.base}
            onChange={(event) => set({ base: event.currentTarget.value })}
            spellCheck={false}
            maxLength={500}
            required
            withAsterisk={false}
          />
          <TextInput
            label={t('federation.ldap.filter')}
            description={t('federation.ldap.filterHint')}
            value={given.filter}
            onChange={(event) => set({ filter: event.currentTarget.value })}
            spellCheck={false}
            maxLength={500}
            required
            withAsterisk={false}
          />
          <TextInput
            label={t('federation.ldap.bindDn')}
            description={t('federation.ldap.bindDnHint')}
            value={given.bindDn ?? ''}
            onChange={(event) => set({ bindDn: event.currentTarget.value })}
            autoComplete="off"
            spellCheck={false}
            maxLength={500}
          />
          {given.bindDn ? (
            <SecretInput
              label={t('federation.ldap.password')}
              kept={given.hasPassword}
              value={password}
              onChange={setPassword}
            />
          ) : null}
          <Textarea
            label={t('federation.ldap.ca')}
            description={t('federation.ldap.caHint')}
            value={given.ca ?? ''}
            onChange={(event) => set({ ca: event.currentTarget.value })}
            autosize
            minRows={2}
            maxRows={6}
            spellCheck={false}
          />
          {saved ? <Notice tone="ok" live="status" title={t('federation.saved')} /> : null}
          <Bar>
            <Button type="submit" loading={saving.busy}>
              {t('federation.ldap.save')}
            </Button>
            {server ? (
              <Button variant="default" loading={removing.busy} onClick={() => void remove()}>
                {t('federation.ldap.remove')}
              </Button>
            ) : null}
          </Bar>
          {server ? (
            <>
              <TextInput
                label={t('federation.ldap.tryLogin')}
                description={t('federation.ldap.tryLoginHint')}
                value={login}
                onChange={(event) => setLogin(event.currentTarget.value)}
                autoCapitalize="none"
                spellCheck={false}
                maxLength={64}
              />
              {tried?.works === true ? (
                <Notice
                  tone={tried.found === 'none' || tried.found === 'several' ? 'warn' : 'ok'}
                  live="status"
                  title={t('federation.ldap.works')}
                >
                  {t(`federation.ldap.found.${tried.found ?? 'unasked'}`)}
                </Notice>
              ) : null}
              {tried?.works === false ? (
                <Notice tone="bad" live="alert" title={t('federation.ldap.fails')}>
                  {t(`federation.ldap.why.${tried.why}`)}
                </Notice>
              ) : null}
              <div>
                <Button variant="default" loading={trying.busy} onClick={() => void tryNow()}>
                  {t('federation.ldap.try')}
                </Button>
              </div>
            </>
          ) : null}
        </Rows>
      </form>
    </Card>
  )
}
