import { Select } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

type Person<T> = { readonly id: T; readonly name: string }

/** One person of many: the list is what the server finds by the letters typed. */
export function PersonSelect<T extends string>({
  label,
  hint,
  chosen,
  people,
  more,
  clears = false,
  onFind,
  onChoose,
}: {
  label: string
  hint?: string | undefined
  chosen: Person<T> | null
  people: readonly Person<T>[]
  more: boolean
  clears?: boolean
  onFind: (text: string) => void
  onChoose: (person: Person<T> | null) => void
}) {
  const { t } = useTranslation()
  const [text, setText] = useState(chosen?.name ?? '')
  const ask = useDebouncedCallback(onFind, 250)
  const all = new Map([...(chosen ? [chosen] : []), ...people].map((one) => [one.id as string, one]))
  return (
    <Select
      label={label}
      description={more ? t('common.moreFound') : hint}
      placeholder={t('common.findPerson')}
      data={[...all.values()].map(({ id, name }) => ({ value: id as string, label: name }))}
      value={chosen?.id ?? null}
      onChange={(id) => onChoose((id && all.get(id)) || null)}
      searchable
      searchValue={text}
      onSearchChange={(typed) => {
        setText(typed)
        ask(typed === chosen?.name ? '' : typed)
      }}
      filter={({ options }) => options}
      nothingFoundMessage={t('common.nobodyFound')}
      allowDeselect={false}
      clearable={clears}
      clearButtonProps={{ 'aria-label': t('common.clear') }}
    />
  )
}
