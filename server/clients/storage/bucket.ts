import {
  type BucketLocationConstraint,
  CreateBucketCommand,
  GetObjectCommand,
  HeadBucketCommand,
  PutBucketCorsCommand,
} from '@aws-sdk/client-s3'
import { refuseSkew } from './clock-skew.ts'
import type { Connection } from './connect.ts'
import { attempt, isCode } from './errors.ts'
import type { Storage } from './types.ts'

const pingTimeoutMs = 2_000
/** Never written: asking for it tells whether the bucket is there and knows us. */
const pingKey = 'matinee-ping'

export function bucketCalls({
  client,
  bucket: Bucket,
  signs,
}: Connection): Pick<Storage, 'ensureBucket' | 'ensureCors' | 'ping'> {
  async function create(): Promise<void> {
    const region = await client.config.region()
    // us-east-1 is the default and must not be named.
    const CreateBucketConfiguration =
      region === 'us-east-1'
        ? undefined
        : { LocationConstraint: region as BucketLocationConstraint }
    try {
      await client.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }))
    } catch (error) {
      if (!isCode(error, 'BucketAlreadyOwnedByYou')) throw error
    }
  }

  // GET rather than HEAD: only a body tells "no such key" from "no such bucket" and a key that we
  // may not list from credentials that are not known.
  const ping = () =>
    attempt(async () => {
      const abortSignal = AbortSignal.timeout(pingTimeoutMs)
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: pingKey }), {
          abortSignal,
        })
        await Body?.transformToByteArray()
      } catch (error) {
        if (!isCode(error, 'NoSuchKey', 'AccessDenied')) throw error
        refuseSkew(error, signs)
      }
    })

  return {
    ensureBucket: () =>
      attempt(async () => {
        try {
          await client.send(new HeadBucketCommand({ Bucket }))
        } catch (error) {
          if (isCode(error, 'NotFound', 'NoSuchBucket')) return create()
          await ping()
          throw error
        }
      }),

    ensureCors: async (rules) => {
      const CORSRules = rules.map((rule) => ({
        AllowedOrigins: rule.origins,
        AllowedMethods: rule.methods,
        AllowedHeaders: rule.allowedHeaders,
        ExposeHeaders: rule.exposedHeaders,
        MaxAgeSeconds: rule.maxAgeSeconds,
      }))
      const command = new PutBucketCorsCommand({ Bucket, CORSConfiguration: { CORSRules } })
      await attempt(() => client.send(command))
    },

    ping,
  }
}
