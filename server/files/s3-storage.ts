import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { S3Store } from "@tus/s3-store";
import { DomainError } from "@/domain/errors";
import { env } from "@/server/env";
import { sniffHead } from "./sniff";
import type { Content, Range, Storage } from "./storage";

const headBytes = 256 * 1024;
const partBytes = 8 * 1024 ** 2;

const missing = new Set(["NoSuchKey", "NoSuchUpload", "NotFound"]);
const isMissing = (problem: unknown) => problem instanceof Error && missing.has(problem.name);

/** The tus store for S3; exposes its client to the other parts of the storage. */
class Incoming extends S3Store {
  get s3() {
    return this.client;
  }

  /**
   * Aborts an unfinished multipart upload: the library's own method would also erase a content that was stored
   * meanwhile.
   */
  override async remove(id: string): Promise<void> {
    const state = await this.getMetadata(id).catch((problem: unknown) => {
      if (isMissing(problem)) return undefined;
      throw problem;
    });
    if (state !== undefined) {
      const upload = { Bucket: this.bucket, Key: id, UploadId: state["upload-id"] };
      await this.s3.abortMultipartUpload(upload).catch((problem: unknown) => {
        if (!isMissing(problem)) throw problem;
      });
    }
    for (const Key of [this.infoKey(id), this.partKey(id, true)]) {
      await this.s3.deleteObject({ Bucket: this.bucket, Key });
    }
    await this.clearCache(id);
  }
}

class S3Storage implements Storage {
  constructor(
    readonly incoming: Incoming,
    private readonly bucket: string,
  ) {}

  async keep(uploadId: string): Promise<Content> {
    const hash = createHash("sha256");
    const head: Buffer[] = [];
    let headLength = 0;
    const content = await this.read(uploadId).catch((problem: unknown) => {
      throw isMissing(problem) ? new DomainError("file.not_found") : problem;
    });
    for await (const chunk of content) {
      const bytes = chunk as Buffer;
      hash.update(bytes);
      if (headLength < headBytes) head.push(bytes);
      headLength += bytes.length;
    }
    return {
      storageKey: uploadId,
      sha256: hash.digest("hex"),
      mediaType: await sniffHead(Buffer.concat(head).subarray(0, headBytes)),
    };
  }

  async drop(uploadId: string): Promise<void> {
    await this.incoming.remove(uploadId);
  }

  /** Sends a content in parts of 8 MiB, so that memory holds one part for any size. */
  async put(storageKey: string, content: Readable): Promise<void> {
    const object = { Bucket: this.bucket, Key: storageKey };
    const { UploadId } = await this.incoming.s3.createMultipartUpload(object);
    const upload = { ...object, UploadId };
    const parts: { PartNumber: number; ETag: string | undefined }[] = [];
    const send = async (Body: Buffer) => {
      const PartNumber = parts.length + 1;
      const { ETag } = await this.incoming.s3.uploadPart({ ...upload, PartNumber, Body });
      parts.push({ PartNumber, ETag });
    };
    try {
      let part: Buffer[] = [];
      let length = 0;
      for await (const chunk of content) {
        const bytes = Buffer.from(chunk as Uint8Array);
        part.push(bytes);
        length += bytes.length;
        if (length < partBytes) continue;
        await send(Buffer.concat(part));
        part = [];
        length = 0;
      }
      // S3 needs at least one part, also for an empty content.
      if (length > 0 || parts.length === 0) await send(Buffer.concat(part));
      await this.incoming.s3.completeMultipartUpload({ ...upload, MultipartUpload: { Parts: parts } });
    } catch (problem) {
      await this.incoming.s3.abortMultipartUpload(upload);
      throw problem;
    }
  }

  async read(storageKey: string, range?: Range): Promise<Readable> {
    const found = await this.incoming.s3.getObject({
      Bucket: this.bucket,
      Key: storageKey,
      ...(range === undefined ? {} : { Range: `bytes=${range.start}-${range.end}` }),
    });
    if (!(found.Body instanceof Readable)) throw new Error("S3 answered without a content.");
    return found.Body;
  }

  async erase(storageKey: string): Promise<void> {
    await this.incoming.s3.deleteObject({ Bucket: this.bucket, Key: storageKey });
  }

  arrived(): Promise<number> {
    return Promise.resolve(0);
  }

  room(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  async healthy(): Promise<boolean> {
    await this.incoming.s3.headBucket({ Bucket: this.bucket });
    return true;
  }
}

/** Opens the storage of the settings S3_…. */
export function openS3Storage(): Storage {
  const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env();
  const incoming = new Incoming({
    partSize: partBytes,
    s3ClientConfig: {
      bucket: S3_BUCKET ?? "",
      region: S3_REGION,
      // Many S3-compatible stores do not support trailing checksums; contents are verified by their own hash.
      requestChecksumCalculation: "WHEN_REQUIRED",
      responseChecksumValidation: "WHEN_REQUIRED",
      ...(S3_ENDPOINT === undefined ? {} : { endpoint: S3_ENDPOINT, forcePathStyle: true }),
      credentials: { accessKeyId: S3_ACCESS_KEY_ID ?? "", secretAccessKey: S3_SECRET_ACCESS_KEY ?? "" },
    },
  });
  return new S3Storage(incoming, S3_BUCKET ?? "");
}
