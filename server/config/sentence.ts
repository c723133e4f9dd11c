/** What a schema says of a value that it refuses. */
export interface Refusal {
  keyword: string
  params: object
  message: string
}

/** Why a value is refused, in words for whoever wrote it and does not know our schemas. */
export function reason({ keyword, params, message }: Refusal): string {
  const { type, limit, comparison } = params as {
    type?: string
    limit?: number
    comparison?: string
  }
  if (type === 'integer') return 'is no whole number'
  if (type === 'boolean') return 'is neither true nor false'
  if (keyword === 'minimum' || keyword === 'maximum') return `is not ${comparison} ${limit}`
  if (keyword === 'maxLength') return `has more than ${limit} characters`
  if (keyword === 'pattern') return 'does not have the form that is wanted'
  if (keyword === 'const' || keyword === 'anyOf' || keyword === 'enum') return 'is none of these'
  return message
}
