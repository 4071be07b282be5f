import { Button, TextInput } from '@mantine/core'
import {
  type FederationView,
  listEntrances,
  readFederation,
  removeOidc,
  saveOidc,
  tryOidc,
} from '@ochno/contract/federation'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReplyOf } from '../../api/client.ts'
import { useDo } from '../../api/load.ts'
import { CopyLine } from '../../ui/copy-line.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import { SecretInput } from './secret-input.tsx'

type Server = NonNullable<FederationView['oidc']>
const fresh: Server = { name: '', issuer: '', clientId: '', hosts: [], hasSecret: false }

export function OidcCard({
  server,
  returnTo,
  signInPage,
  onRemoved,
}: {
  server: Server | null
  returnTo: string
  signInPage: string
  onRemoved: () => void
}) {
  const { t } = useTranslation()
  const saving = useDo(saveOidc, [readFederation, listEntrances])
  const removing = useDo(removeOidc, [readFederation, listEntrances])
  const trying = useDo(tryOidc)
  const [given, setGiven] = useState<Server>(server ?? fresh)
  const [hosts, setHosts] = useState((server?.hosts ?? []).join(', '))
  const [secret, setSecret] = useState('')
  const [saved, setSaved] = useState(false)
  const [tried, setTried] = useState<ReplyOf<typeof tryOidc> | null>(null)
  const set = (changed: Partial<Server>) => {
    setSaved(false)
    setTried(null)
    setGiven({ ...given, ...changed })
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(null)
    setSaved(false)
    const { hasSecret: _, ...body } = given
    const named = hosts.split(/[\s,]+/).filter(Boolean)
    const answer = await saving.run({ body: { ...body, hosts: named, ...(secret ? { secret } : {}) } })
    if (!answer.ok) return
    setGiven(answer.body.oidc ?? given)
    setSecret('')
    setSaved(true)
  }
  const tryNow = async () => {
    setTried(null)
    setSaved(false)
    const answer = await trying.run({})
    if (answer.ok) setTried(answer.body)
  }
  const remove = async () => {
    const answer = await removing.run({})
    if (answer.ok) onRemoved()
  }
  const failure = saving.failure ?? removing.failure ?? trying.failure
  return (
    <Card title={t('federation.oidc.title')} lead={t('federation.oidc.lead')}>
      <form onSubmit={submit}>
        <Rows>
          {failure ? <FailureNotice failure={failure} /> : null}
          <CopyLine label={t('federation.oidc.returnTo')} value={returnTo} />
          <TextInput
            label={t('federation.oidc.name')}
            description={t('federation.oidc.nameHint')}
            value={given.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
            maxLength={60}
            required
            withAsterisk={false}
          />
          <TextInput
            type="url"
            label={t('federation.oidc.issuer')}
            description={t('federation.oidc.issuerHint')}
            value={given.issuer}
            onChange={(event) => set({ issuer: event.currentTarget.value.trim() })}
            maxLength={500}
            required
            withAsterisk={false}
          />
          <TextInput
            label={t('federation.oidc.clientId')}
            value={given.clientId}
            onChange={(event) => set({ clientId: event.currentTarget.value })}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            required
            withAsterisk={false}
          />
          <SecretInput
            label={t('federation.oidc.secret')}
            kept={given.hasSecret}
            value={secret}
            onChange={setSecret}
          />
          <TextInput
            label={t('federation.oidc.hosts')}
            description={t('federation.oidc.hostsHint')}
            value={hosts}
            onChange={(event) => setHosts(event.currentTarget.value)}
            spellCheck={false}
          />
          {saved ? (
            <Notice tone="ok" live="status" title={t('federation.saved')}>
              {t('federation.oidc.savedText')}
            </Notice>
          ) : null}
          {tried?.works === true ? (
            <Notice tone="ok" live="status" title={t('federation.oidc.works')}>
              {t('federation.oidc.worksText')}
            </Notice>
          ) : null}
          {tried?.works === false ? (
            <Notice tone="bad" live="alert" title={t('federation.oidc.fails')}>
              {t(`federation.oidc.why.${tried.why}`)}
            </Notice>
          ) : null}
          <Bar>
            <Button type="submit" loading={saving.busy}>
              {t('federation.oidc.save')}
            </Button>
            {server ? (
              <>
                <Button variant="default" loading={trying.busy} onClick={() => void tryNow()}>
                  {t('federation.oidc.try')}
                </Button>
                <Button variant="default" loading={removing.busy} onClick={() => void remove()}>
                  {t('federation.oidc.remove')}
                </Button>
              </>
            ) : null}
          </Bar>
          {server ? <CopyLine label={t('federation.oidc.signInPage')} value={signInPage} /> : null}
        </Rows>
      </form>
    </Card>
  )
}
