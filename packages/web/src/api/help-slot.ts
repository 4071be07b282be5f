import { type ComponentType, createContext, useContext } from 'react'

/** What a page may offer to somebody who is stuck, whichever feature makes it. `session`: the exam they are stuck in. */
export type HelpProps = { readonly session: string | null }

export const HelpSlot = createContext<ComponentType<HelpProps> | null>(null)
export const useHelp = (): ComponentType<HelpProps> | null => useContext(HelpSlot)
