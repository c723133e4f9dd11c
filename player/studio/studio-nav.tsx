import { useLocation } from 'preact-iso/router'

const places = [
  ['/studio', 'Films'],
  ['/studio/people', 'People'],
  ['/studio/payments', 'Payments'],
] as const

/** The ways between the operator's pages. */
export function StudioNav() {
  const { path } = useLocation()
  return (
    <nav class="studio-nav" aria-label="Studio">
      {places.map(([href, text]) => (
        <a
          key={href}
          class="nav-link"
          href={href}
          aria-current={path === href ? 'page' : undefined}
        >
          {text}
        </a>
      ))}
    </nav>
  )
}
