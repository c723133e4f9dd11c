import { say } from '../../contract/words/server.ts'
import { spokenLanguage } from '../../contract/words/speak.ts'

/** What Ajv says of one thing that a schema refuses. */
export interface SchemaError {
  keyword: string
  instancePath: string
  schemaPath: string
  params: Record<string, unknown>
  message?: string | undefined
}

export interface Complaint {
  field: string
  message: string
}

const isOfNull = ({ keyword, params }: SchemaError): boolean =>
  keyword === 'type' && params.type === 'null'

/**
 * Of a choice between schemas Ajv says what is wrong with each, and then that none fits. Where the
 * choice is between one schema and null, what is wrong with the one is all that there is to say.
 */
function withoutChoices(errors: readonly SchemaError[]): SchemaError[] {
  const choices = errors.filter(({ keyword }) => keyword === 'anyOf')
  return choices.reduce<SchemaError[]>(
    (left, choice) => {
      const root = `${choice.schemaPath}/`
      const inside = left.filter((error) => error.schemaPath.startsWith(root) && !isOfNull(error))
      const branches = new Set(
        inside.map(({ schemaPath }) => schemaPath.slice(root.length).split('/')[0]),
      )
      const kept = branches.size === 1 ? inside : [choice]
      return left.filter(
        (error) => kept.includes(error) || !(error === choice || error.schemaPath.startsWith(root)),
      )
    },
    [...errors],
  )
}

/** The library's own sentences are English, and some are about schemas rather than about what was sent. */
function wordsFor({ keyword, params, message }: SchemaError): string {
  const limit = Number(params.limit)
  switch (keyword) {
    case 'required':
      return say('problems.missing')
    case 'additionalProperties':
      return say('problems.unknownField')
    case 'minLength':
      return limit === 1 ? say('problems.missing') : say('accounts.tooShort', { least: limit })
    case 'maxLength':
      return say('accounts.tooLong', { most: limit })
    case 'format':
      return say(params.format === 'email' ? 'accounts.notAnAddress' : 'problems.wrongForm')
    case 'pattern':
    case 'anyOf':
      return say('problems.wrongForm')
    default:
      return spokenLanguage() === 'en' && message !== undefined
        ? message
        : say('problems.wrongForm')
  }
}

interface Names {
  requiredProperties?: string[]
  missingProperty?: string
  additionalProperty?: string
}

/** Names each field that a schema refuses, and what is wrong with it. */
export function schemaComplaints(errors: readonly SchemaError[]): Complaint[] {
  return withoutChoices(errors).map((error) => {
    const { requiredProperties, missingProperty, additionalProperty } = error.params as Names
    const name = requiredProperties?.[0] ?? missingProperty ?? additionalProperty
    const path = [...error.instancePath.split('/').slice(1), ...(name === undefined ? [] : [name])]
    return { field: path.join('.'), message: wordsFor(error) }
  })
}
