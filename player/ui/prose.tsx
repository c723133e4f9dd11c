/** Text with HTML in it that the API has made harmless. */
export function Prose({ html, boxed = false }: { html: string; boxed?: boolean }) {
  return (
    <div
      class={boxed ? 'prose legal-preview' : 'prose'}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: of the API's own list of elements
      dangerouslySetInnerHTML={{ __html: html }}
    />
  )
}
