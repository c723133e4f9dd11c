/** Says what is being waited for, to eyes and to screen readers. */
export function Waiting({ children }: { children: string }) {
  return (
    <p class="waiting" role="status">
      <span class="spinner" aria-hidden="true" />
      {children}
    </p>
  )
}
