import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Env } from "@/server/env";

type Mail = { id: string; template: string; address: string; subject: string; text: string };

/** Where mails lie that no server takes. */
export const keptMailsDir = ({ DATA_DIR }: Pick<Env, "DATA_DIR">) =>
  path.join(/* turbopackIgnore: true */ DATA_DIR, "mails");

/**
 * Lays a mail down as a text file. An instance of real accounts shows no page of mails, as they let in whoever reads
 * them: without a mail server only who owns the machine may, or nobody could ever confirm an address.
 */
export async function keepAsFile(directory: string, mail: Mail): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  // Ids grow with time, so the newest mail is the last by name; tried again, a mail stays one file.
  const file = path.join(directory, `${mail.id}-${mail.template}.txt`);
  await writeFile(file, `To: ${mail.address}\nSubject: ${mail.subject}\n\n${mail.text}\n`, { mode: 0o600 });
}
