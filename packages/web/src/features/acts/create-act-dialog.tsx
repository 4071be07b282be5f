import { FileInput, NativeSelect, TextInput } from '@mantine/core'
import { ACT_FILE_BYTES, createAct, listActs } from '@ochno/contract/acts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputOf } from '../../api/client.ts'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import type { ActLine } from './acts-view.tsx'
import { FileProblems } from './file-problems.tsx'
import { presets, usePresetName } from './preset-name.tsx'
import { shortTitle } from './reading.ts'

const ways = ['preset', 'nothing', 'edition', 'file'] as const

export function CreateActDialog({
  rows,
  onClose,
  onMade,
}: {
  rows: readonly ActLine[]
  onClose: () => void
  onMade: (act: string) => void
}) {
  const { t } = useTranslation()
  const presetName = usePresetName()
  const making = useDo(createAct, [listActs])
  const [from, setFrom] = useState<(typeof ways)[number]>('preset')
  const [preset, setPreset] = useState<(typeof presets)[number]>('004')
  const [edition, setEdition] = useState(rows[0]?.id ?? '')
  const [title, setTitle] = useState('')
  const [file, setFile] = useState<File | null>(null)

  const tooLarge = file !== null && file.size > ACT_FILE_BYTES

  const asked = async (): Promise<InputOf<typeof createAct>['body'] | null> => {
    if (from === 'preset') return { from, preset }
    if (from === 'nothing') return { from, title }
    if (from === 'edition') return edition ? { from, act: edition } : null
    return file ? { from, title, text: await file.text() } : null
  }
  const submit = async () => {
    const body = await asked()
    if (!body) return
    const answer = await making.run({ body })
    if (answer.ok) onMade(answer.body.id)
  }

  return (
    <FormSheet
      title={t('acts.create.title')}
      failure={making.failure}
      submit={t('acts.create.submit')}
      busy={making.busy}
      disabled={(from === 'file' && (!file || tooLarge)) || (from === 'edition' && !edition)}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {making.failure?.code === 'wrong_file' ? <FileProblems fields={making.failure.fields} /> : null}
      <NativeSelect
        label={t('acts.create.from')}
        value={from}
        onChange={(event) => {
          making.forget()
          setFrom(ways.find((way) => way === event.currentTarget.value) ?? 'preset')
        }}
        data={ways
          .filter((way) => way !== 'edition' || rows.length)
          .map((value) => ({ value, label: t(`acts.create.${value}`) }))}
      />
      {from === 'preset' ? (
        <NativeSelect
          label={t('acts.create.which')}
          value={preset}
          onChange={(event) => setPreset(presets.find((one) => one === event.currentTarget.value) ?? '004')}
          data={presets.map((value) => ({ value, label: presetName(value) }))}
        />
      ) : null}
      {from === 'edition' ? (
        <NativeSelect
          label={t('acts.create.whichEdition')}
          value={edition}
          onChange={(event) => setEdition(event.currentTarget.value)}
          data={rows.map(({ id, title: name, edition: number }) => ({
            value: id,
            label: t('acts.list.edition', { title: shortTitle(name), edition: number }),
          }))}
        />
      ) : null}
      {from === 'nothing' || from === 'file' ? (
        <TextInput
          label={t('acts.create.name')}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          maxLength={500}
          required
          withAsterisk={false}
        />
      ) : null}
      {from === 'file' ? (
        <FileInput
          label={t('actEditing.file.label')}
          description={t('actEditing.file.hint')}
          value={file}
          onChange={(chosen) => {
            making.forget()
            setFile(chosen)
          }}
          accept=".json"
          error={tooLarge ? t('actEditing.file.tooLarge') : null}
        />
      ) : null}
    </FormSheet>
  )
}
