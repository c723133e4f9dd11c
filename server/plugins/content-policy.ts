/**
 * The content security policy: our own scripts and styles, film from the bucket, and nothing else.
 *
 * @param bucketOrigin as browsers see it, such as https://films.s3.eu-west-1.amazonaws.com
 */
export const contentPolicy = (bucketOrigin: string, https: boolean) => ({
  'default-src': ["'self'"],
  'base-uri': ["'none'"],
  'object-src': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'self'"],
  'script-src': ["'self'"],
  'script-src-attr': ["'none'"],
  // media-chrome's controls carry <style> elements in their shadow trees.
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', bucketOrigin],
  'font-src': ["'self'"],
  // hls.js fetches segments from the bucket and plays them through a blob: URL; Safari is sent to the
  // bucket by redirects from here.
  'connect-src': ["'self'", bucketOrigin],
  'media-src': ["'self'", 'blob:', bucketOrigin],
  // On plain http this would send browsers to an https that is not there.
  ...(https && { 'upgrade-insecure-requests': [] }),
})
