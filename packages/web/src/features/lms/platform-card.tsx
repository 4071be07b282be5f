import { Button, Checkbox, TextInput } from '@mantine/core'
import {
  addPlatform,
  changePlatform,
  type LmsView,
  readLms,
  removePlatform,
  tryPlatform,
} from '@ochno/contract/lms'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReplyOf } from '../../api/client.ts'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'

type Platform = LmsView['platforms'][number]
const fresh = {
  name: '',
  issuer: '',
  clientId: '',
  deployment: '',
  loginUrl: '',
  keysUrl: '',
  home: '',
  byLearner: false,
}
const fields = ['name', 'issuer', 'clientId', 'deployment', 'loginUrl', 'keysUrl', 'home'] as const
const hints = { name: 'nameHint', keysUrl: 'keysHint', home: 'homeHint' } as const
const urls: readonly string[] = ['issuer', 'loginUrl', 'keysUrl', 'home']

/** `platform` null: a new one. */
export function PlatformCard({ platform, onDone }: { platform: Platform | null; onDone: () => void }) {
  const { t } = useTranslation()
  const adding = useDo(addPlatform, [readLms])
  const changing = useDo(changePlatform, [readLms])
  const removing = useDo(removePlatform, [readLms])
  const trying = useDo(tryPlatform)
  const { id, changedAt: _, ...before } = platform ?? { ...fresh, id: null, changedAt: null }
  const [given, setGiven] = useState(before)
  const [saved, setSaved] = useState(false)
  const [tried, setTried] = useState<ReplyOf<typeof tryPlatform> | null>(null)
  const set = (changed: Partial<typeof given>) => {
    setSaved(false)
    setTried(null)
    setGiven({ ...given, ...changed })
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(null)
    const answer =
      id === null ? await adding.run({ body: given }) : await changing.run({ params: { id }, body: given })
    if (!answer.ok) return
    setSaved(true)
    onDone()
  }
  const tryNow = async () => {
    if (id === null) return
    setSaved(false)
    const answer = await trying.run({ params: { id } })
    if (answer.ok) setTried(answer.body)
  }
  const failure = adding.failure ?? changing.failure ?? removing.failure ?? trying.failure
  return (
    <Card title={platform?.name ?? t('lms.platform.title')} lead={t('lms.platform.lead')}>
      <form onSubmit={submit}>
        <Rows>
          {failure ? <FailureNotice failure={failure} /> : null}
          {fields.map((field) => (
            <TextInput
              key={field}
              type={urls.includes(field) ? 'url' : 'text'}
              label={t(`lms.platform.${field}`)}
              description={
                field in hints ? t(`lms.platform.${hints[field as keyof typeof hints]}`) : undefined
              }
              value={given[field]}
              onChange={(event) => set({ [field]: event.currentTarget.value })}
              maxLength={field === 'name' ? 60 : urls.includes(field) ? 500 : 200}
              autoComplete="off"
              spellCheck={false}
              required
              withAsterisk={false}
            />
          ))}
          <Checkbox
            label={t('lms.platform.byLearner')}
            description={t('lms.platform.byLearnerHint')}
            checked={given.byLearner}
            onChange={(event) => set({ byLearner: event.currentTarget.checked })}
          />
          {saved ? (
            <Notice tone="ok" live="status" title={t('lms.platform.saved')}>
              {t('lms.platform.savedText')}
            </Notice>
          ) : null}
          {tried?.works === true ? (
            <Notice tone="ok" live="status" title={t('lms.platform.works', { count: tried.keys })} />
          ) : null}
          {tried?.works === false ? (
            <Notice tone="bad" live="alert" title={t('lms.platform.fails')}>
              {t(`lms.platform.why.${tried.why}`)}
            </Notice>
          ) : null}
          <Bar>
            <Button type="submit" loading={adding.busy || changing.busy}>
              {t('lms.platform.save')}
            </Button>
            {id === null ? (
              <Button variant="default" onClick={onDone}>
                {t('lms.platform.cancel')}
              </Button>
            ) : (
              <>
                <Button variant="default" loading={trying.busy} onClick={() => void tryNow()}>
                  {t('lms.platform.try')}
                </Button>
                <Button
                  variant="default"
                  loading={removing.busy}
                  onClick={() => void removing.run({ params: { id } })}
                >
                  {t('lms.platform.remove')}
                </Button>
              </>
            )}
          </Bar>
        </Rows>
      </form>
    </Card>
  )
}
