import { NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type LinkView, listPeople } from '@ochno/contract/people'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import type { FailureWords } from '../../ui/failure-notice.tsx'
import { FormSheet } from '../../ui/form-sheet.tsx'

/** A parent is linked by a document somebody of the institution has seen. */
export function LinkDialog({
  known,
  busy,
  failure,
  onLink,
  onClose,
}: {
  known: LinkView | null
  busy: boolean
  failure: FailureWords | null
  onLink: (parent: string, proof: string) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const [find, setFind] = useState('')
  const [asked] = useDebouncedValue(find.trim(), 250)
  const [chosen, setChosen] = useState('')
  const [proof, setProof] = useState('')
  const found = useLoad(
    listPeople,
    { query: { role: 'parent', ...(asked ? { find: asked } : {}) } },
    { enabled: known === null },
  )
  const rows = found.is === 'ready' ? found.value.rows : []
  const parent = known?.id ?? rows.find(({ id }) => id === chosen)?.id ?? rows[0]?.id ?? ''
  return (
    <FormSheet
      title={t(known ? 'people.link.verifyTitle' : 'people.link.title')}
      failure={failure}
      submit={t('people.link.submit')}
      busy={busy}
      disabled={parent === '' || proof.trim() === ''}
      onSubmit={() => onLink(parent, proof)}
      onClose={onClose}
    >
      {known ? (
        <p>{t('people.link.of', { name: known.fullName })}</p>
      ) : (
        <>
          <TextInput
            type="search"
            label={t('people.link.find')}
            description={t('people.link.findHint')}
            value={find}
            onChange={(event) => setFind(event.currentTarget.value)}
            data-autofocus
          />
          <NativeSelect
            label={t('people.link.parent')}
            value={parent}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={
              rows.length
                ? rows.map(({ id, fullName, login }) => ({ value: id, label: `${fullName} (${login})` }))
                : [{ value: '', label: t('people.link.nobody') }]
            }
          />
        </>
      )}
      <TextInput
        label={t('people.link.proof')}
        description={t('people.link.proofHint')}
        value={proof}
        onChange={(event) => setProof(event.currentTarget.value)}
        maxLength={200}
        required
        withAsterisk={false}
      />
    </FormSheet>
  )
}
