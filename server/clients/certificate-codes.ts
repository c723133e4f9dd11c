/** What Node says of a certificate that it does not trust. */
export const certificateCodes = [
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'ERR_TLS_CERT_ALTNAME_INVALID',
] as const

/** A table of codes in which each of them means the same. */
export const ofCertificates = <T extends string>(meaning: T): Record<string, T> =>
  Object.fromEntries(certificateCodes.map((code) => [code, meaning]))
