import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { people } from "@/db/schema";
import { loadActor } from "@/server/auth/session";
import { storage } from "@/server/files/open-storage";
import { addUploadedVersion } from "@/server/outputs/commands/add-uploaded-version";
import { addPracticeFile } from "@/server/practices/commands/add-file";
import { addReplicationFile } from "@/server/replications/commands/add-file";
import type { MemberContext } from "@/server/context";

const mediaTypes: Record<string, string> = {
  ".pdf": "application/pdf",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  ".png": "image/png",
  ".webm": "video/webm",
};

/** The people of the demo as actors, with a clock that is set to times of the past year. */
export class Stage {
  readonly ids = new Map<string, string>();

  private readonly scenes: { daysAgo: number; play: () => Promise<void> }[] = [];

  constructor(
    readonly tx: Db,
    private readonly now: Date,
    private readonly folder: string,
  ) {}

  /** A time of the working day some whole days before today; for 0 and days to come the time of now. */
  at(daysAgo: number): Date {
    const day = new Date(this.now.getTime() - daysAgo * 86_400_000);
    if (daysAgo >= 1) day.setUTCHours(8 + (Math.round(daysAgo * 7) % 9), (Math.round(daysAgo * 13) % 59) + 1, 0, 0);
    return day;
  }

  /**
   * One step of the story, some days ago; steps run in chronological order, because activity ids increase with time.
   */
  scene(daysAgo: number, play: () => Promise<void>): void {
    // Whether half a day ago was today or yesterday depends on the hour, and so would the order of the steps.
    if (!Number.isInteger(daysAgo)) throw new RangeError("A step of the demo is whole days ago.");
    this.scenes.push({ daysAgo, play });
  }

  async playAll(): Promise<void> {
    for (const scene of [...this.scenes].sort((a, b) => b.daysAgo - a.daysAgo)) await scene.play();
  }

  id(key: string): string {
    const id = this.ids.get(key) ?? uuid();
    this.ids.set(key, id);
    return id;
  }

  /** The context of a person with their rights at that time, some days ago. */
  async as(key: string, daysAgo: number): Promise<MemberContext> {
    const now = this.at(daysAgo);
    const loaded = await loadActor(this.tx, this.id(key), now);
    if (!loaded) throw new Error(`The demo has nobody called ${key}.`);
    return { db: this.tx, actor: loaded.actor, now, ip: "demo", locale: "en" };
  }

  /** Stores the content of one of the demo's files. */
  private async store(file: string) {
    const content = await readFile(path.join(this.folder, file));
    const storageKey = uuid();
    await (await storage()).put(storageKey, Readable.from(content));
    return {
      storageKey,
      sha256: createHash("sha256").update(content).digest("hex"),
      sizeBytes: content.length,
      mediaType: mediaTypes[path.extname(file)] ?? "application/octet-stream",
    };
  }

  /** Adds one of the demo's files as a version of an output. */
  async upload(
    by: string,
    daysAgo: number,
    output: string,
    file: string,
    as: { name: string; language: string; note?: string },
  ) {
    const versionId = uuid();
    const upload = { outputId: this.id(output), versionId, note: "", ...as, ...(await this.store(file)) };
    await addUploadedVersion(await this.as(by, daysAgo), upload);
    return versionId;
  }

  /** Adds one of the demo's files to a practice or a report; its description names it with this text. */
  async attach(ctx: MemberContext, to: { practiceId: string } | { replicationId: string }, name: string, text: string) {
    const file = { name, versionId: uuid(), ...(await this.store(name)) };
    await ("practiceId" in to ? addPracticeFile(ctx, { ...to, ...file }) : addReplicationFile(ctx, { ...to, ...file }));
    return { id: file.versionId, text };
  }

  async seen(key: string, daysAgo: number): Promise<void> {
    await this.tx
      .update(people)
      .set({ seenAt: this.at(daysAgo), previousSeenAt: this.at(daysAgo + 5) })
      .where(eq(people.id, this.id(key)));
  }
}
