import '@fontsource/pt-sans/400.css'
import '@fontsource/pt-sans/700.css'
import '@mantine/core/styles.layer.css'
import 'virtual:theme.css'
import './ui/tokens.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { watchActivity } from './api/activity.ts'
import { App } from './app/app.tsx'
import { startI18n } from './i18n/setup.ts'

startI18n()
watchActivity(window)
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
