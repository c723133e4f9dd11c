import MarkdownIt from 'markdown-it'
import sanitizeHtml from 'sanitize-html'

const markdown = new MarkdownIt({ html: true, linkify: true })

/** What a page of text needs, and nothing that runs, loads, covers or asks. */
const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'br', 'hr', 'blockquote', 'pre', 'code'],
    ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'strong', 'b', 'em', 'i', 'u', 's', 'sub', 'sup'],
    ...['small', 'a', 'address', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'caption', 'abbr'],
  ],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'], th: ['scope'], abbr: ['title'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  nestingLimit: 50,
  transformTags: {
    // The title of the page is its only one.
    h1: 'h2',
    a: sanitizeHtml.simpleTransform('a', { rel: 'noopener nofollow' }),
  },
}

/**
 * A legal page as it is shown: Markdown, in which HTML may stand, by a list of harmless elements. Of
 * scripts, styles, frames and the like nothing is left; of other elements the text is.
 */
export const legalHtml = (text: string): string => sanitizeHtml(markdown.render(text), allowed)
