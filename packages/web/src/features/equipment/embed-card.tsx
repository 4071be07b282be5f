import { Button, Textarea } from '@mantine/core'
import { changeEmbedding, type EmbeddingView, readEmbedding } from '@ochno/contract/embedding'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { CopyLine } from '../../ui/copy-line.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'

/** 001 7.5: which learning systems may show the public instruction in a frame. */
export function EmbedCard() {
  const { t } = useTranslation()
  const load = useLoad(readEmbedding, {})
  return (
    <Card title={t('equipment.embed.title')} lead={t('equipment.embed.lead')}>
      <LoadView load={load} rows={3}>
        {(value) => <Form value={value} />}
      </LoadView>
    </Card>
  )
}

function Form({ value }: { value: EmbeddingView }) {
  const { t } = useTranslation()
  const [text, setText] = useState(value.origins.join('\n'))
  const [saved, setSaved] = useState(false)
  const change = useDo(changeEmbedding, [readEmbedding])
  const title = t('equipment.public.title')
  const code = `<iframe src="${location.origin}${value.path}" title="${title}" width="100%" height="700"></iframe>`
  const submit = async () => {
    const origins = [...new Set(text.split(/\s+/).filter(Boolean))]
    setSaved((await change.run({ body: { origins } })).ok)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Rows>
        {change.failure?.code === 'malformed' ? (
          <Notice tone="bad" live="alert" title={t('equipment.embed.wrong')} />
        ) : change.failure ? (
          <FailureNotice failure={change.failure} />
        ) : null}
        <Textarea
          label={t('equipment.embed.origins')}
          description={t('equipment.embed.originsHint')}
          value={text}
          autosize
          minRows={2}
          autoCapitalize="none"
          spellCheck={false}
          onChange={(event) => {
            setSaved(false)
            setText(event.currentTarget.value)
          }}
        />
        {saved ? <Notice tone="ok" live="status" title={t('equipment.embed.saved')} /> : null}
        <Bar>
          <Button type="submit" loading={change.busy}>
            {t('equipment.embed.save')}
          </Button>
        </Bar>
        <CopyLine label={t('equipment.embed.code')} value={code} />
        <CopyLine label={t('equipment.embed.instruction')} value={`${location.origin}${value.instruction}`} />
      </Rows>
    </form>
  )
}
