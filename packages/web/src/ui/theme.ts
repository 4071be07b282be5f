import { createTheme, type MantineColorsTuple } from '@mantine/core'

/** One accent: a quiet blue whose shade 7 gives 6.3:1 on white and whose shade 4 gives 6.9:1 on the wall's dark. */
const accent: MantineColorsTuple = [
  '#eef4fa',
  '#dce7f2',
  '#b7cde4',
  '#8fb2d6',
  '#7ba6d2',
  '#5489c0',
  '#3f78b3',
  '#2c6299',
  '#1f4f80',
  '#123b66',
]

const danger: MantineColorsTuple = [
  '#fdf0ee',
  '#f9ddd9',
  '#f0b8b1',
  '#e69086',
  '#ee8f84',
  '#cf4f42',
  '#c23b2e',
  '#b02a1f',
  '#951f16',
  '#78160f',
]

export const theme = createTheme({
  fontFamily: "'PT Sans', 'PT Sans Caption', Arial, sans-serif",
  fontFamilyMonospace: "'PT Mono', ui-monospace, Consolas, monospace",
  headings: {
    fontFamily: "'PT Sans', Arial, sans-serif",
    fontWeight: '700',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.25' },
      h2: { fontSize: '1.3125rem', lineHeight: '1.3' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.35' },
    },
  },
  lineHeights: { md: '1.5' },
  colors: { accent, danger },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Button: { defaultProps: { radius: 'md' } },
    // An arrow beside a list says nothing that its role does not.
    ComboboxChevron: { defaultProps: { 'aria-hidden': true } },
    Input: { defaultProps: { size: 'md' } },
    InputWrapper: {
      defaultProps: { size: 'md', inputWrapperOrder: ['label', 'description', 'input', 'error'] },
    },
  },
})
