import type { ButtonHTMLAttributes, ComponentChildren } from 'preact'

export type Look = 'primary' | 'secondary' | 'quiet' | 'danger'

interface Common {
  look?: Look
  wide?: boolean
  children: ComponentChildren
}

interface ButtonProps extends Common, Omit<ButtonHTMLAttributes<HTMLButtonElement>, keyof Common> {
  type?: 'button' | 'submit'
  /** What is being waited for. The button keeps its focus, and is not carried out twice. */
  busy?: string | false | undefined
}

const classes = (look: Look, wide: boolean) => `button button-${look}${wide ? ' button-wide' : ''}`

export function Button({
  look = 'primary',
  wide = false,
  type = 'button',
  busy = false,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  const waiting = typeof busy === 'string'
  return (
    <button
      {...rest}
      type={type}
      class={classes(look, wide)}
      aria-disabled={waiting ? 'true' : undefined}
      onClick={waiting ? (event) => event.preventDefault() : onClick}
    >
      {waiting ? (
        <>
          <span class="spinner" aria-hidden="true" />
          {busy}
        </>
      ) : (
        children
      )}
    </button>
  )
}

interface ButtonLinkProps extends Common {
  href: string
}

/** A link that leads on and looks like what one does next. */
export function ButtonLink({ href, look = 'primary', wide = false, children }: ButtonLinkProps) {
  return (
    <a href={href} class={classes(look, wide)}>
      {children}
    </a>
  )
}
