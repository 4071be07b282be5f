import { Button, Checkbox, FileInput } from '@mantine/core'
import { listAccounts } from '@ochno/contract/accounts'
import { listGroups } from '@ochno/contract/people-groups'
import {
  applyImport,
  checkImport,
  exportPeople,
  type ImportPreview,
  readImport,
  readImportSample,
} from '@ochno/contract/people-import'
import { listPeople } from '@ochno/contract/people'
import { Link } from '@tanstack/react-router'
import { IconDownload, IconUpload } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReplyOf } from '../../api/client.ts'
import { useDo, useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Page, Rows } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'
import { ImportLetters } from './import-letters.tsx'
import { ImportProgress } from './import-progress.tsx'
import { ImportView } from './import-view.tsx'
import { saveFile } from './save-file.ts'

type Looked = { readonly bytes: Uint8Array; readonly preview: ImportPreview }

/** A file is looked at first; nothing is written until the person says so. */
export function ImportPage() {
  const { t } = useTranslation()
  const me = useMe()
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  const [file, setFile] = useState<File | null>(null)
  const [looked, setLooked] = useState<Looked | null>(null)
  const [verified, setVerified] = useState(false)
  const [done, setDone] = useState<ReplyOf<typeof applyImport> | null>(null)
  const checking = useDo(checkImport, [readImport])
  const applying = useDo(applyImport, [listPeople, listAccounts, listGroups, readImport])
  const busy = checking.busy || applying.busy
  // An import goes on when its page is closed: whoever comes back sees how far it is, and then what it did.
  const [elsewhere, setElsewhere] = useState(false)
  const imports = useLoad(readImport, {}, { everyMs: busy || elsewhere ? 500 : 0 })
  const running = imports.is === 'ready' ? imports.value.running : null
  const last = imports.is === 'ready' ? imports.value.last : null
  useEffect(() => setElsewhere(running !== null), [running])

  const choose = async (chosen: File | null) => {
    setFile(chosen)
    setLooked(null)
    setDone(null)
    applying.forget()
    checking.forget()
    if (!chosen) return
    const bytes = new Uint8Array(await chosen.arrayBuffer())
    const answer = await checking.run({ body: bytes })
    if (answer.ok) setLooked({ bytes, preview: answer.body })
  }
  const apply = async () => {
    if (!looked?.preview.plan) return
    const answer = await applying.run({
      query: { plan: looked.preview.plan, verified: verified ? 'yes' : 'no' },
      body: looked.bytes,
    })
    if (answer.ok) {
      setDone(answer.body)
      setLooked(null)
    }
  }
  const failure = checking.failure ?? applying.failure
  const counts = looked?.preview.counts
  const nothing = counts !== undefined && counts.added + counts.changed + counts.linked === 0

  return (
    <Page title={t('people.import.title')} lead={t('people.import.lead')} actions={<Files />}>
      <Rows gap="lg">
        <Card title={t('people.import.choose')}>
          <Rows>
            <FileInput
              label={t('people.import.file')}
              description={t('people.import.hint')}
              placeholder={t('people.import.placeholder')}
              accept=".csv,.txt,.xlsx,text/csv"
              leftSection={<IconUpload size={18} aria-hidden />}
              value={file}
              disabled={busy}
              onChange={(chosen) => void choose(chosen)}
              clearable={!busy}
              clearButtonProps={{ 'aria-label': t('people.import.clear') }}
            />
            {busy || running ? (
              <ImportProgress running={running} applies={busy ? applying.busy : null} />
            ) : null}
            {failure ? <FailureNotice failure={failure} /> : null}
          </Rows>
        </Card>
        {looked ? (
          <>
            <ImportView preview={looked.preview} />
            {looked.preview.plan && !nothing ? (
              <Card title={t('people.import.confirm')}>
                <Rows>
                  {looked.preview.counts.linked > 0 ? (
                    <Checkbox
                      label={t('people.import.verified')}
                      description={t('people.import.verifiedHint')}
                      checked={verified}
                      onChange={(event) => setVerified(event.currentTarget.checked)}
                    />
                  ) : null}
                  <Bar>
                    <Button loading={applying.busy} onClick={() => void apply()}>
                      {t('people.import.apply')}
                    </Button>
                    <Button variant="default" onClick={() => void choose(null)}>
                      {t('people.import.another')}
                    </Button>
                  </Bar>
                </Rows>
              </Card>
            ) : null}
          </>
        ) : null}
        {done ? (
          <Notice
            tone="ok"
            live="status"
            title={t(done.already ? 'people.import.already' : 'people.import.done')}
            action={
              <Button component={Link} to="/people" size="xs">
                {t('people.import.toPeople')}
              </Button>
            }
          >
            {t('people.import.doneText', { ...done.counts })}
          </Notice>
        ) : null}
        {done ? <ImportLetters id={done.id} /> : null}
        {!done && !looked && !busy && !running && last ? (
          <>
            <Card
              title={t('people.import.last')}
              lead={
                <>
                  <When at={last.appliedAt} zone={zone} />
                  {'. '}
                  {t('people.import.doneText', { ...last.counts })}
                </>
              }
            />
            <ImportLetters id={last.id} />
          </>
        ) : null}
      </Rows>
    </Page>
  )
}

function Files() {
  const { t } = useTranslation()
  const sampling = useDo(readImportSample)
  const exporting = useDo(exportPeople)
  const sample = async (as: 'csv' | 'xlsx') => {
    const answer = await sampling.run({ query: { as } })
    if (answer.ok) saveFile(`${t('people.files.sample')}.${as}`, answer.body)
  }
  const all = async (as: 'csv' | 'xlsx') => {
    const answer = await exporting.run({ query: { as } })
    if (answer.ok) saveFile(`${t('people.files.people')}.${as}`, answer.body)
  }
  const failure = sampling.failure ?? exporting.failure
  const icon = <IconDownload size={18} aria-hidden />
  return (
    <>
      {failure ? <FailureNotice failure={failure} /> : null}
      <Button
        variant="default"
        leftSection={icon}
        loading={sampling.busy}
        onClick={() => void sample('xlsx')}
      >
        {t('people.files.sampleXlsx')}
      </Button>
      <Button variant="default" leftSection={icon} loading={sampling.busy} onClick={() => void sample('csv')}>
        {t('people.files.sampleCsv')}
      </Button>
      <Button variant="default" leftSection={icon} loading={exporting.busy} onClick={() => void all('xlsx')}>
        {t('people.files.allXlsx')}
      </Button>
      <Button variant="default" leftSection={icon} loading={exporting.busy} onClick={() => void all('csv')}>
        {t('people.files.allCsv')}
      </Button>
    </>
  )
}
