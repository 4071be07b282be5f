import { Button, FileInput, TextInput } from '@mantine/core'
import {
  type ConsentPersonView,
  listMyConsents,
  makePaper,
  readScan,
  uploadScan,
} from '@ochno/contract/consents'
import { IconDownload, IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import classes from './consents.module.css'
import { dayIn, useDay } from './day.ts'
import { paperPlace } from './paper-place.ts'
import { saveFile } from './save-file.ts'

const extensions = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const

/** Form, scan, original: where one stands and what comes next. */
export function PaperCard({
  person,
  zone,
  today,
}: {
  person: ConsentPersonView
  zone: string
  today: string
}) {
  const { t } = useTranslation()
  const day = useDay()
  const { paper, originalBy } = person
  const onPaper = person.items.filter((item) => item.onPaper)
  const owed = onPaper.filter(({ standing }) => standing.is !== 'other_way')
  if (!owed.length) return null
  const kinds = owed.map(({ kind }) => t(`consents.kinds.${kind}`).toLowerCase()).join(', ')
  const received = paper?.original ?? null
  const late = originalBy !== null && originalBy < today
  return (
    <Card title={t('consents.paper.title')} lead={t('consents.paper.lead', { kinds })}>
      <Rows>
        <div id={paperPlace(person.account)} tabIndex={-1} />
        {originalBy && !received ? (
          <Notice
            tone={late ? 'warn' : 'info'}
            title={t(late ? 'consents.paper.late' : 'consents.paper.by', { day: day(originalBy) })}
          />
        ) : null}
        <ol className={classes.steps}>
          <li>
            <h3>{t('consents.paper.steps.form')}</h3>
            {paper ? (
              <p className={classes.quiet}>
                {t('consents.paper.made', { day: day(dayIn(paper.generatedAt, zone)) })}
              </p>
            ) : null}
            {person.mayMakePaper ? (
              <FormMaker person={person} />
            ) : paper ? null : (
              <p>{t('consents.paper.readFirst')}</p>
            )}
          </li>
          <li>
            <h3>{t('consents.paper.steps.scan')}</h3>
            {paper?.scan ? (
              <p className={classes.quiet}>
                {t('consents.paper.uploaded', { day: day(dayIn(paper.scan.at, zone)) })}
              </p>
            ) : null}
            {paper && !received ? <ScanUpload paper={paper} /> : null}
            {paper ? null : <p className={classes.quiet}>{t('consents.paper.scanText')}</p>}
          </li>
          <li>
            <h3>{t('consents.paper.steps.original')}</h3>
            <p className={classes.quiet}>
              {received
                ? t('consents.paper.originalDone', { day: day(received.receivedOn), by: received.by })
                : t('consents.paper.originalWait')}
            </p>
          </li>
        </ol>
      </Rows>
    </Card>
  )
}

function FormMaker({ person }: { person: ConsentPersonView }) {
  const { t } = useTranslation()
  const making = useDo(makePaper, [listMyConsents])
  const [programme, setProgramme] = useState(person.paper?.programme ?? '')
  const [address, setAddress] = useState('')
  const [document, setDocument] = useState('')
  const make = async () => {
    const answer = await making.run({
      params: { id: person.account },
      body: { programme, address, document },
    })
    if (answer.ok) saveFile('consent.pdf', answer.body)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      <Rows gap="sm">
        <p>{t('consents.paper.formText')}</p>
        <TextInput
          label={t('consents.paper.programme')}
          value={programme}
          onChange={(event) => setProgramme(event.currentTarget.value)}
          maxLength={300}
        />
        <TextInput
          label={t('consents.paper.address')}
          value={address}
          onChange={(event) => setAddress(event.currentTarget.value)}
          maxLength={300}
          autoComplete="street-address"
        />
        <TextInput
          label={t('consents.paper.document')}
          value={document}
          onChange={(event) => setDocument(event.currentTarget.value)}
          maxLength={300}
          autoComplete="off"
        />
        <p className={classes.quiet}>{t('consents.paper.privacy')}</p>
        {making.failure ? <FailureNotice failure={making.failure} /> : null}
        <Bar>
          <Button
            type="submit"
            variant={person.paper ? 'default' : 'filled'}
            leftSection={<IconDownload size={18} aria-hidden />}
            loading={making.busy}
            disabled={!programme.trim() || !address.trim() || !document.trim()}
          >
            {t(person.paper ? 'consents.paper.again' : 'consents.paper.download')}
          </Button>
        </Bar>
      </Rows>
    </form>
  )
}

function ScanUpload({ paper }: { paper: NonNullable<ConsentPersonView['paper']> }) {
  const { t } = useTranslation()
  const uploading = useDo(uploadScan, [listMyConsents])
  const reading = useDo(readScan)
  const [file, setFile] = useState<File | null>(null)
  const failure = uploading.failure ?? reading.failure
  const { scan, id: pid } = paper
  const upload = async () => {
    if (!file) return
    const body = new Uint8Array(await file.arrayBuffer())
    const answer = await uploading.run({ params: { pid }, body })
    if (answer.ok) setFile(null)
  }
  const see = async () => {
    const answer = await reading.run({ params: { pid } })
    if (answer.ok && scan) saveFile(`scan.${extensions[scan.kind]}`, answer.body)
  }
  return (
    <Rows gap="sm">
      <FileInput
        label={t('consents.paper.file')}
        placeholder={t('consents.paper.choose')}
        description={t('consents.paper.scanText')}
        value={file}
        onChange={(next) => {
          uploading.forget()
          setFile(next)
        }}
        accept="application/pdf,image/jpeg,image/png"
      />
      {failure ? <FailureNotice failure={failure} /> : null}
      <Bar>
        <Button
          variant={scan ? 'default' : 'filled'}
          leftSection={<IconUpload size={18} aria-hidden />}
          disabled={!file}
          loading={uploading.busy}
          onClick={() => void upload()}
        >
          {t(scan ? 'consents.paper.replace' : 'consents.paper.upload')}
        </Button>
        {scan ? (
          <Button variant="subtle" loading={reading.busy} onClick={() => void see()}>
            {t('consents.paper.see')}
          </Button>
        ) : null}
      </Bar>
    </Rows>
  )
}
