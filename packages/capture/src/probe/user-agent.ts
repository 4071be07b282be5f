// What a browser says of itself and of the system it runs on.

type Brand = { readonly brand: string; readonly version: string }
export type Told = {
  readonly brands: readonly Brand[]
  readonly platform: string | null
  readonly platformVersion: string | null
  readonly userAgent: string
}

const brandNames: readonly (readonly [RegExp, string])[] = [
  [/yabrowser|yandex/i, 'yandex'],
  [/microsoft edge/i, 'edge'],
  [/google chrome/i, 'chrome'],
  [/opera/i, 'opera'],
  [/chromium/i, 'chromium'],
]
// A browser made of another one names that one too, so the rarer names are asked for first.
const agents: readonly (readonly [RegExp, string])[] = [
  [/YaBrowser\/(\d+)/, 'yandex'],
  [/Edg\/(\d+)/, 'edge'],
  [/OPR\/(\d+)/, 'opera'],
  [/Firefox\/(\d+)/, 'firefox'],
  [/Chrome\/(\d+)/, 'chrome'],
  [/Version\/(\d+)[\d.]* Safari/, 'safari'],
]

export function browserOf({ brands, userAgent }: Told): { brand: string; major: number } | null {
  for (const [pattern, brand] of brandNames) {
    const found = brands.find((one) => pattern.test(one.brand))
    const major = Number.parseInt(found?.version ?? '', 10)
    if (found && major > 0) return { brand, major }
  }
  for (const [pattern, brand] of agents) {
    const major = Number(pattern.exec(userAgent)?.[1] ?? 0)
    if (major > 0) return { brand, major }
  }
  return null
}

/** Chromium tells Windows 7, 8 and 8.1 as 0.1, 0.2 and 0.3, Windows 10 and later as 1 and more. */
const kernels: Readonly<Record<string, number>> = { '0.1': 6.1, '0.2': 6.2, '0.3': 6.3 }

export function systemOf(told: Told): { windows: boolean; nt: number | null } | null {
  const { platform, platformVersion, userAgent } = told
  if (platform === 'Windows' && platformVersion) {
    const [major = '', minor = ''] = platformVersion.split('.')
    const nt = Number(major) >= 1 ? 10 : (kernels[`${major}.${minor}`] ?? null)
    return { windows: true, nt }
  }
  const kernel = /Windows NT (\d+\.\d+)/.exec(userAgent)?.[1]
  if (kernel) return { windows: true, nt: Number(kernel) }
  if (platform) return { windows: platform === 'Windows', nt: null }
  return /Windows|Linux|Mac OS|Android|CrOS|iPhone|iPad/.test(userAgent)
    ? { windows: /Windows/.test(userAgent), nt: null }
    : null
}
