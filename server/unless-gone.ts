/** A client that disconnects during a download is not an error of the server. */
export function unlessGone(problem: unknown): void {
  const { code } = problem as NodeJS.ErrnoException;
  if (code !== "ERR_STREAM_PREMATURE_CLOSE" && code !== "ECONNRESET" && code !== "EPIPE") throw problem;
}
