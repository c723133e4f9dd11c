import { siteWords } from '../../../contract/words/site.ts'
import { useSite } from '../../ui/site.ts'

/** Who runs the site, and its legal pages; nothing where neither is known. */
export function Footer() {
  const { legal, address, name } = useSite()
  if (legal.length === 0 && address.trim() === '') return null
  return (
    <footer class="footer">
      {legal.length > 0 && (
        <nav aria-label={siteWords('legalLinks')}>
          {legal.map(({ slug, title }) => (
            <a key={slug} href={`/legal/${slug}`}>
              {title}
            </a>
          ))}
        </nav>
      )}
      <address>
        <strong>{name}</strong>
        {address.trim() !== '' && <span>{address}</span>}
      </address>
    </footer>
  )
}
