/** What pages say by themselves, when no usable answer came. */
export const pageCodes = {
  TOO_MANY_REQUESTS: 'Too many attempts. Wait a moment and try again.',
  UNREACHABLE: 'No answer came. Check your internet connection and try again.',
  UNEXPECTED_ANSWER: 'The service is not answering as it should. Try again in a moment.',
  PAGE_BROKEN: 'Something went wrong on this page. Reload it and try again.',
}
