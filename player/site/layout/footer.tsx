import { siteWords } from '../../../contract/words/site.ts'
import { useSite } from '../../ui/site.ts'
import { LanguageChoice } from './language-choice.tsx'

/** Who runs the site, its legal pages, and the language it is read in. */
export function Footer() {
  const { legal, address, name } = useSite()
  const isSigned = legal.length > 0 || address.trim() !== ''
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
      {isSigned && (
        <address>
          <strong>{name}</strong>
          {address.trim() !== '' && <span>{address}</span>}
        </address>
      )}
      <LanguageChoice />
    </footer>
  )
}
