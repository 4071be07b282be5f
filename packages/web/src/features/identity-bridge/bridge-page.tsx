import { Button, Checkbox, PasswordInput, TextInput } from '@mantine/core'
import { type BridgeView, readBridge, removeBridge, saveBridge } from '@ochno/contract/identity-bridge'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { CopyLine } from '../../ui/copy-line.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Page, Rows } from '../../ui/page.tsx'

/** The bridge to a provider outside: off until the administrator sets it, offered only where the act allows it. */
export function BridgePage() {
  const { t } = useTranslation()
  const load = useLoad(readBridge, {})
  const [removals, setRemovals] = useState(0)
  return (
    <Page title={t('identityBridge.title')} lead={t('identityBridge.lead')} width="narrow">
      <LoadView load={load} rows={5}>
        {(view) => (
          <Rows gap="lg">
            <Notice tone="info" title={t('identityBridge.limits')}>
              {t('identityBridge.limitsText')}
            </Notice>
            <BridgeCard key={removals} view={view} onRemoved={() => setRemovals(removals + 1)} />
          </Rows>
        )}
      </LoadView>
    </Page>
  )
}

function BridgeCard({ view, onRemoved }: { view: BridgeView; onRemoved: () => void }) {
  const { t } = useTranslation()
  const saving = useDo(saveBridge, [readBridge])
  const removing = useDo(removeBridge, [readBridge])
  const [given, setGiven] = useState({
    name: view.bridge?.name ?? '',
    address: view.bridge?.address ?? '',
    on: view.bridge?.on ?? false,
  })
  const [key, setKey] = useState('')
  const [saved, setSaved] = useState(false)
  const set = (changed: Partial<typeof given>) => {
    setSaved(false)
    setGiven({ ...given, ...changed })
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setSaved(false)
    const answer = await saving.run({ body: { ...given, ...(key ? { key } : {}) } })
    if (!answer.ok) return
    setKey('')
    setSaved(true)
  }
  const remove = async () => {
    const answer = await removing.run({})
    if (answer.ok) onRemoved()
  }
  const failure = saving.failure ?? removing.failure
  return (
    <Card title={t('identityBridge.card')}>
      <form onSubmit={submit}>
        <Rows>
          {failure ? <FailureNotice failure={failure} /> : null}
          <TextInput
            label={t('identityBridge.name')}
            description={t('identityBridge.nameHint')}
            value={given.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
            maxLength={100}
            required
            withAsterisk={false}
          />
          <TextInput
            type="url"
            label={t('identityBridge.address')}
            description={t('identityBridge.addressHint')}
            value={given.address}
            onChange={(event) => set({ address: event.currentTarget.value.trim() })}
            maxLength={500}
            required
            withAsterisk={false}
          />
          <PasswordInput
            label={t('identityBridge.key')}
            description={t(view.bridge ? 'identityBridge.keyKept' : 'identityBridge.keyHint')}
            value={key}
            onChange={(event) => setKey(event.currentTarget.value.trim())}
            autoComplete="new-password"
            minLength={32}
            maxLength={200}
            visibilityToggleButtonProps={{
              'aria-label': t('identityBridge.showKey'),
              'aria-hidden': false,
              tabIndex: 0,
            }}
          />
          <Checkbox
            label={t('identityBridge.on')}
            description={t('identityBridge.onHint')}
            checked={given.on}
            onChange={(event) => set({ on: event.currentTarget.checked })}
          />
          {saved ? <Notice tone="ok" live="status" title={t('identityBridge.saved')} /> : null}
          <Bar>
            <Button type="submit" loading={saving.busy}>
              {t('identityBridge.save')}
            </Button>
            {view.bridge ? (
              <Button variant="default" loading={removing.busy} onClick={() => void remove()}>
                {t('identityBridge.remove')}
              </Button>
            ) : null}
          </Bar>
          <CopyLine label={t('identityBridge.audience')} value={view.audience} />
          <CopyLine label={t('identityBridge.returnTo')} value={view.returnTo} />
        </Rows>
      </form>
    </Card>
  )
}
