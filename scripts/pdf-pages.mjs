// Reads a PDF from standard input and writes the number of its pages. It runs as a process of its own, so that a broken
// or hostile file can end only this process. Exit code 3: the file cannot be read.
import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
try {
  const document = await getDocument({
    data: new Uint8Array(Buffer.concat(chunks)),
    isEvalSupported: false,
    verbosity: VerbosityLevel.ERRORS,
  }).promise;
  process.stdout.write(String(document.numPages), () => process.exit(0));
} catch {
  process.exit(3);
}
