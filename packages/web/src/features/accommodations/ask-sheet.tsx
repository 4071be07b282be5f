import { Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import {
  type AccommodationAsked,
  accommodationKinds,
  askAccommodation,
  listAccommodations,
  listMyAccommodations,
  pmpkServiceNames,
} from '@ochno/contract/accommodations'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { PersonSelect } from '../../ui/person-select.tsx'

type Account = AccommodationAsked['account']
type Person = { readonly id: Account; readonly name: string }

export function AskSheet({
  people,
  search = null,
  onClose,
}: {
  people: readonly Person[]
  /** Of a whole school: the server finds them. */
  search?: { readonly more: boolean; readonly find: (text: string) => void } | null
  onClose: () => void
}) {
  const { t } = useTranslation()
  const asking = useDo(askAccommodation, [listMyAccommodations, listAccommodations])
  const [person, setPerson] = useState(search ? null : (people[0] ?? null))
  const [kind, setKind] = useState<AccommodationAsked['kind']>('disability')
  const [document, setDocument] = useState('')
  const [services, setServices] = useState<string[]>([])
  const [helper, setHelper] = useState('')
  const [means, setMeans] = useState('')
  const [extra, setExtra] = useState(0)
  const assistant = kind === 'pmpk_assistant'
  const ask = async () => {
    if (!person) return
    const answer = await asking.run({
      body: {
        account: person.id,
        kind,
        document,
        services: assistant ? pmpkServiceNames.filter((one) => services.includes(one)) : [],
        helper: assistant && helper.trim() ? helper : null,
        means: assistant
          ? []
          : means
              .split(',')
              .map((one) => one.trim())
              .filter(Boolean),
        extraMinutes: kind === 'disability' ? extra : 0,
      },
    })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={t('accommodations.sheet')}
      failure={asking.failure}
      submit={t('accommodations.send')}
      busy={asking.busy}
      disabled={!person || document.trim() === ''}
      onSubmit={() => void ask()}
      onClose={onClose}
    >
      {search ? (
        <PersonSelect
          label={t('accommodations.who')}
          chosen={person}
          people={people}
          more={search.more}
          onFind={search.find}
          onChoose={setPerson}
        />
      ) : people.length > 1 ? (
        <NativeSelect
          label={t('accommodations.who')}
          value={person?.id ?? ''}
          onChange={(event) => setPerson(people.find(({ id }) => id === event.currentTarget.value) ?? null)}
          data={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <NativeSelect
        label={t('accommodations.kind')}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value as AccommodationAsked['kind'])}
        data={accommodationKinds.map((value) => ({ value, label: t(`accommodations.kinds.${value}`) }))}
      />
      <TextInput
        label={t('accommodations.document')}
        description={t('accommodations.documentHint')}
        value={document}
        onChange={(event) => setDocument(event.currentTarget.value)}
        maxLength={300}
        autoComplete="off"
      />
      {assistant ? (
        <>
          <Checkbox.Group label={t('accommodations.services')} value={services} onChange={setServices}>
            {pmpkServiceNames.map((one) => (
              <Checkbox key={one} value={one} label={t(`accommodations.service.${one}`)} mt="xs" />
            ))}
          </Checkbox.Group>
          <TextInput
            label={t('accommodations.helper')}
            value={helper}
            onChange={(event) => setHelper(event.currentTarget.value)}
            maxLength={200}
            autoComplete="off"
          />
        </>
      ) : (
        <TextInput
          label={t('accommodations.means')}
          description={t('accommodations.meansHint')}
          value={means}
          onChange={(event) => setMeans(event.currentTarget.value)}
          maxLength={1000}
        />
      )}
      {kind === 'disability' ? (
        <NumberInput
          label={t('accommodations.extra')}
          value={extra}
          onChange={(value) => setExtra(typeof value === 'number' ? value : 0)}
          min={0}
          max={300}
          allowDecimal={false}
        />
      ) : null}
    </FormSheet>
  )
}
