// Plain Node server for comparison with large files: POST writes the body to the named file and returns its SHA-256,
// GET streams the named file. Runs in a separate process, like the server it is compared with.
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { pipeline } from "node:stream/promises";

const server = createServer((request, response) => {
  const file = new URL(request.url, "http://localhost").searchParams.get("file");
  const failed = (problem) => response.destroy(problem);
  if (request.method === "GET") {
    response.setHeader("content-length", statSync(file).size);
    pipeline(createReadStream(file), response).catch(failed);
    return;
  }
  const sha = createHash("sha256");
  request.on("data", (chunk) => sha.update(chunk));
  pipeline(request, createWriteStream(file)).then(() => response.end(sha.digest("hex")), failed);
});
server.listen(0, "127.0.0.1", () => process.stdout.write(`plain: http://127.0.0.1:${server.address().port}/\n`));
