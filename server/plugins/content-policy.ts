export interface Origins {
  /** As browsers see it, such as https://films.s3.eu-west-1.amazonaws.com: uploads go there. */
  bucketOrigin: string
  /** The edge's, or the bucket's where there is no edge. */
  deliveryOrigin: string
}

/** The content security policy: our own scripts and styles, film from where it lies, and nothing else. */
export const contentPolicy = ({ bucketOrigin, deliveryOrigin }: Origins, https: boolean) => ({
  'default-src': ["'self'"],
  'base-uri': ["'none'"],
  'object-src': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'self'"],
  'script-src': ["'self'"],
  'script-src-attr': ["'none'"],
  // media-chrome's controls carry <style> elements in their shadow trees.
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', deliveryOrigin],
  'font-src': ["'self'"],
  // hls.js fetches segments and plays them through a blob: URL; Safari is sent to
  // them by redirects from here. The studio uploads to the bucket.
  'connect-src': ["'self'", ...new Set([deliveryOrigin, bucketOrigin])],
  'media-src': ["'self'", 'blob:', deliveryOrigin],
  // On plain http this would send browsers to an https that is not there.
  ...(https && { 'upgrade-insecure-requests': [] }),
})
