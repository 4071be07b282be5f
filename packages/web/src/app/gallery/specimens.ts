import type { ReactNode } from 'react'

export type Specimens = { readonly [name: string]: () => ReactNode }
