import * as buckets from './bucket-operations.ts'
import type { Operation } from './call.ts'
import { copyObject } from './copy-object.ts'
import * as multipart from './multipart-operations.ts'
import type { OperationName } from './operations.ts'
import { getObject, headObject } from './read-operations.ts'
import { deleteObject, deleteObjects, putObject } from './write-operations.ts'

/** Who carries out which operation. */
export const handlers: Readonly<Record<OperationName, Operation>> = {
  ListBuckets: buckets.listBuckets,
  HeadBucket: buckets.headBucket,
  CreateBucket: buckets.createBucket,
  DeleteBucket: buckets.deleteBucket,
  GetBucketLocation: buckets.getBucketLocation,
  GetBucketCors: buckets.getBucketCors,
  PutBucketCors: buckets.putBucketCors,
  DeleteBucketCors: buckets.deleteBucketCors,
  ListObjectsV2: buckets.listObjectsV2,
  GetObject: getObject,
  HeadObject: headObject,
  // CopyObject is a PUT that names its source.
  PutObject: (call) =>
    call.read('x-amz-copy-source') === undefined ? putObject(call) : copyObject(call),
  DeleteObject: deleteObject,
  DeleteObjects: deleteObjects,
  CreateMultipartUpload: multipart.createMultipartUpload,
  UploadPart: multipart.uploadPart,
  ListParts: multipart.listParts,
  CompleteMultipartUpload: multipart.completeMultipartUpload,
  AbortMultipartUpload: multipart.abortMultipartUpload,
  ListMultipartUploads: multipart.listMultipartUploads,
}
