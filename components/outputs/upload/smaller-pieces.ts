import type { DetailedError } from "tus-js-client";

const mebibyte = 1024 ** 2;
/** Sizes of request bodies to try, in bytes. nginx accepts 1 MiB by default. */
const pieceSizes = [64 * mebibyte, 8 * mebibyte, mebibyte, mebibyte / 4];

/**
 * True when a server in front of this one refused the size of a request. Our own responses carry the header of the
 * protocol.
 */
export function isRefusedInFront(error: Error | DetailedError): boolean {
  const response = "originalResponse" in error ? error.originalResponse : null;
  return response?.getStatus() === 413 && !response.getHeader("Tus-Resumable");
}

/** The next smaller request body for a file, in bytes; null when there is none. */
export function smallerPiece(current: number, fileSize: number): number | null {
  return pieceSizes.find((size) => size < Math.min(current, fileSize)) ?? null;
}
