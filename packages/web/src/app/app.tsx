import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { lazy, useState } from 'react'
import { newQueryClient } from '../api/load.ts'
import { HelpSlot } from '../api/help-slot.ts'
import { theme } from '../ui/theme.ts'
import { makeRouter } from './router.tsx'
import { SignedOutWatch } from './signed-out.tsx'
import { StepUpDialog } from './step-up-dialog.tsx'

const HelpBox = lazy(async () => ({ default: (await import('../features/support/help-box.tsx')).HelpBox }))

/** Styles are files: the theme's variables come from the build (vite.config.ts), nothing is written into <style>. */
export function App() {
  const [queries] = useState(newQueryClient)
  const [router] = useState(makeRouter)
  return (
    <MantineProvider
      theme={theme}
      forceColorScheme="light"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={queries}>
        <HelpSlot value={HelpBox}>
          <RouterProvider router={router} />
        </HelpSlot>
        <SignedOutWatch />
        <StepUpDialog />
      </QueryClientProvider>
    </MantineProvider>
  )
}
