import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Env } from "@/server/env";

type Mail = { id: string; template: string; address: string; subject: string; text: string };

/** Directory of e-mails that are not sent. */
export const keptMailsDir = ({ DATA_DIR }: Pick<Env, "DATA_DIR">) =>
  path.join(/* turbopackIgnore: true */ DATA_DIR, "mails");

/**
 * Writes an e-mail to a text file. Outside the demo no page shows e-mails, because their links sign people in: without
 * a mail server only the owner of the machine may read them, to be able to confirm an address.
 */
export async function keepAsFile(directory: string, mail: Mail): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  // Ids increase with time, so the newest e-mail is the last by name; a retry overwrites its file.
  const file = path.join(directory, `${mail.id}-${mail.template}.txt`);
  await writeFile(file, `To: ${mail.address}\nSubject: ${mail.subject}\n\n${mail.text}\n`, { mode: 0o600 });
}
