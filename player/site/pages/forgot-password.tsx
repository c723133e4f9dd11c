import { siteWords } from '../../../contract/words/site.ts'
import { AskForLink } from '../parts/ask-for-link.tsx'

export const ForgotPasswordPage = () => (
  <AskForLink
    title={siteWords('forgottenTitle')}
    heading={siteWords('forgotten')}
    lead={siteWords('forgottenText')}
    action="/api/auth/password/forgot"
    sent={(where) => siteWords('linkSent', where)}
  />
)
