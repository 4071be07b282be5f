import { TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'

/** The server searches; it is asked once the typing pauses. */
export function FindInput({
  label,
  value,
  onFind,
}: {
  label: string
  /** What was asked for last. */
  value: string
  onFind: (text: string) => void
}) {
  const [text, setText] = useState(value)
  const ask = useDebouncedCallback(onFind, 250)
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      maxLength={100}
      leftSection={<IconSearch size={18} aria-hidden />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        ask(event.currentTarget.value.trim())
      }}
    />
  )
}
