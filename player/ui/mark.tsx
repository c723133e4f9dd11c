/** Matinee's mark: the sun, half behind the edge of a screen. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path class="mark-sun" d="M6 20a10 10 0 0 1 20 0z" />
      <path class="mark-screen" d="M3 22.5h26v3.5H3z" />
    </svg>
  )
}
