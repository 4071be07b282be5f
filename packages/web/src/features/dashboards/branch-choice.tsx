import { type ReactNode, useState } from 'react'
import { useBranches } from '../../api/branches.ts'
import { BranchFilter } from '../../ui/branch-filter.tsx'

/** R3-0b: who sees every branch looks at one of them; a sheet that is taken away is named after it. */
export function useBranchChoice(onChange: () => void = () => undefined): {
  readonly query: { readonly branch?: string }
  readonly named: (name: string) => string
  readonly filter: ReactNode
} {
  const branches = useBranches()
  const [chosen, setChosen] = useState('')
  const branch = branches.find(({ id }) => id === chosen)
  return {
    query: branch ? { branch: branch.id } : {},
    named: (name) => (branch ? `${name}, ${branch.name}` : name),
    filter: (
      <BranchFilter
        branches={branches}
        value={branch?.id ?? ''}
        onChange={(id) => {
          setChosen(id)
          onChange()
        }}
      />
    ),
  }
}
