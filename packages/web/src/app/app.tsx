import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { newQueryClient } from '../api/load.ts'
import { theme } from '../ui/theme.ts'
import { makeRouter } from './router.tsx'
import { SignedOutWatch } from './signed-out.tsx'
import { StepUpDialog } from './step-up-dialog.tsx'

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
        <RouterProvider router={router} />
        <SignedOutWatch />
        <StepUpDialog />
      </QueryClientProvider>
    </MantineProvider>
  )
}
