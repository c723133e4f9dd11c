import { siteWords } from '../../../contract/words/site.ts'
import { Field } from '../../ui/field.tsx'

/** The e-mail address that an account goes by. */
export const EmailField = ({ error }: { error: string | undefined }) => (
  <Field
    label={siteWords('email')}
    name="email"
    type="email"
    inputMode="email"
    autoComplete="username"
    autoCapitalize="none"
    spellcheck={false}
    required
    error={error}
  />
)
