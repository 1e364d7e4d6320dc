import { html } from './html.js';

export interface PageParts {
  /** Where the page's own files come from, as a source in a content policy. */
  readonly source: string;
  readonly style: string;
  readonly script: string;
  readonly nonce: string;
}

/** The page that the drawing is put in. It loads nothing but its own style and script. */
export function pageHtml({ source, style, script, nonce }: PageParts): string {
  const policy = `default-src 'none'; style-src ${source}; script-src 'nonce-${nonce}'`;
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Flow</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<main id="drawing" aria-label="Flow"></main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`.source;
}
