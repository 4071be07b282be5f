import { Button, Checkbox, Fieldset, NativeSelect } from '@mantine/core'
import { chooseUploads, readUploads, tryScanner, type UploadsView } from '@ochno/contract/uploads'
import { type ChosenPurpose, chosenPurposes } from '@ochno/domain/upload/rules'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { may, useMe } from '../../api/me.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import { useSize } from '../../ui/size.ts'

type Rule = UploadsView['rules'][number]

const isChosen = (purpose: Rule['purpose']): purpose is ChosenPurpose =>
  (chosenPurposes as readonly string[]).includes(purpose)

/** R0-5.1c: what is taken as a file, how large, and what looks it through. */
export function UploadsCard() {
  const { t } = useTranslation()
  const me = useMe()
  const uploads = useLoad(readUploads, {})
  const manages = me.is === 'ready' && may(me.value, 'protection.manage')
  return (
    <Card title={t('protection.uploads.title')} lead={t('protection.uploads.lead')}>
      <LoadView load={uploads} rows={4}>
        {({ rules, scanned, silent }) => (
          <Rows gap="lg">
            <ScannerLine scanned={scanned} silent={silent} manages={manages} />
            {rules.map((rule) =>
              isChosen(rule.purpose) && manages ? (
                <RuleForm key={rule.purpose} purpose={rule.purpose} rule={rule} />
              ) : (
                <RuleLine key={rule.purpose} rule={rule} />
              ),
            )}
          </Rows>
        )}
      </LoadView>
    </Card>
  )
}

function ScannerLine({ scanned, silent, manages }: { scanned: boolean; silent: boolean; manages: boolean }) {
  const { t } = useTranslation()
  const trying = useDo(tryScanner, [readUploads])
  const [tried, setTried] = useState<'works' | 'misses' | 'unavailable' | 'off' | null>(null)
  const ask = async () => {
    setTried(null)
    const answer = await trying.run({})
    if (answer.ok) setTried(answer.body.is)
  }
  const is = tried ?? (silent ? 'unavailable' : null)
  if (!scanned) return <Notice tone="warn" title={t('protection.uploads.notScanned')} />
  return (
    <Rows gap="sm">
      <p>{t('protection.uploads.scanned')}</p>
      {trying.failure ? <FailureNotice failure={trying.failure} /> : null}
      {is ? (
        <Notice
          tone={is === 'works' ? 'ok' : 'warn'}
          live="status"
          title={t(`protection.uploads.tried.${is}`)}
        />
      ) : null}
      {manages ? (
        <Bar>
          <Button variant="default" onClick={ask} loading={trying.busy}>
            {t('protection.uploads.try')}
          </Button>
        </Bar>
      ) : null}
    </Rows>
  )
}

function RuleLine({ rule: { purpose, maxBytes, kinds } }: { rule: Rule }) {
  const { t, i18n } = useTranslation()
  const size = useSize()
  const list = new Intl.ListFormat(i18n.language, { type: 'disjunction' })
  return (
    <p>
      {t('protection.uploads.line', {
        what: t(`protection.uploads.purpose.${purpose}`),
        kinds: list.format(kinds.map((kind) => t(`protection.uploads.kind.${kind}`))),
        size: size(maxBytes),
      })}
    </p>
  )
}

const STEPS = [0.1, 0.25, 0.5, 1] as const

function RuleForm({ purpose, rule }: { purpose: ChosenPurpose; rule: Rule }) {
  const { t } = useTranslation()
  const size = useSize()
  const saving = useDo(chooseUploads, [readUploads])
  const [given, setGiven] = useState({ maxBytes: rule.maxBytes, kinds: rule.kinds })
  const [saved, setSaved] = useState(false)
  const change = (changed: Partial<typeof given>) => {
    setSaved(false)
    setGiven({ ...given, ...changed })
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setSaved((await saving.run({ params: { purpose }, body: given })).ok)
  }
  const sizes = [...new Set([...STEPS.map((part) => rule.most.maxBytes * part), rule.maxBytes])]
  return (
    <form onSubmit={submit}>
      <Fieldset legend={t(`protection.uploads.purpose.${purpose}`)}>
        <Rows gap="sm">
          {saving.failure ? <FailureNotice failure={saving.failure} /> : null}
          <Checkbox.Group
            label={t('protection.uploads.kinds')}
            value={given.kinds}
            onChange={(kinds) => change({ kinds: rule.most.kinds.filter((kind) => kinds.includes(kind)) })}
          >
            <Rows gap="sm">
              {rule.most.kinds.map((kind) => (
                <Checkbox key={kind} value={kind} label={t(`protection.uploads.kind.${kind}`)} />
              ))}
            </Rows>
          </Checkbox.Group>
          <NativeSelect
            label={t('protection.uploads.most')}
            value={String(given.maxBytes)}
            data={sizes
              .toSorted((a, b) => a - b)
              .map((bytes) => ({ value: String(bytes), label: size(bytes) }))}
            onChange={(event) => change({ maxBytes: Number(event.currentTarget.value) })}
          />
          {saved ? <Notice tone="ok" live="status" title={t('protection.saved')} /> : null}
          <Bar>
            <Button type="submit" variant="default" loading={saving.busy} disabled={given.kinds.length === 0}>
              {t('protection.uploads.choose')}
            </Button>
          </Bar>
        </Rows>
      </Fieldset>
    </form>
  )
}
