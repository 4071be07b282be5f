import { useEffect } from 'react'

/** The wall is dark: while its page is open the whole document is. */
export function useDarkPage(): void {
  useEffect(() => {
    const root = document.documentElement
    root.setAttribute('data-mantine-color-scheme', 'dark')
    return () => root.setAttribute('data-mantine-color-scheme', 'light')
  }, [])
}
