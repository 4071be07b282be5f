// The requirements as one page for an institution's own site: nothing is loaded from anywhere, no personal data.

export type RequirementsFile = {
  readonly language: string
  readonly title: string
  readonly lead: string
  readonly lines: readonly { readonly need: string; readonly source: string }[]
  readonly link: { readonly address: string; readonly word: string }
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

export const requirementsFile = ({
  language,
  title,
  lead,
  lines,
  link,
}: RequirementsFile): string => `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
</head>
<body>
<h1>${escaped(title)}</h1>
<p>${escaped(lead)}</p>
<ul>
${lines
  .map(
    ({ need, source }) => `<li>${escaped(need)}${source ? ` <small>(${escaped(source)})</small>` : ''}</li>`,
  )
  .join('\n')}
</ul>
<p><a href="${escaped(link.address)}">${escaped(link.word)}</a></p>
</body>
</html>
`
