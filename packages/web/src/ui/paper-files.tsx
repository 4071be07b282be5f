import { Button } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'

const kinds = ['pdf', 'docx'] as const
const NAMES = { pdf: 'PDF', docx: 'DOCX' } as const
export type PaperFile = (typeof kinds)[number]

/** One paper filled in by the server, in both kinds of file. */
export function PaperFiles({
  name,
  busy,
  disabled = false,
  onTake,
}: {
  name: string
  busy: boolean
  disabled?: boolean
  onTake: (as: PaperFile) => void
}) {
  return (
    <>
      {kinds.map((as) => (
        <Button
          key={as}
          size="xs"
          variant="default"
          leftSection={<IconFileText size={16} aria-hidden />}
          aria-label={`${name}, ${NAMES[as]}`}
          disabled={busy || disabled}
          onClick={() => onTake(as)}
        >
          {as === 'pdf' ? name : NAMES[as]}
        </Button>
      ))}
    </>
  )
}
