import { createHmac } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { adoptEnv, env } from "@/server/env";
import { fileAddress, readSignedAddress } from "@/server/signed-address";
import { findStop, stopUrl } from "@/server/mail/stop";
import { noon } from "@/server/testing/factories";
import { keyFor } from "./keys";
import { mailedToken } from "./tokens";

const usual = env();
afterEach(() => {
  adoptEnv(usual);
});

const sign = (key: string, body: string) => createHmac("sha256", key).update(body).digest("base64url");

describe("derived keys", () => {
  it("are the same at every start, differ by purpose and by AUTH_SECRET, and never equal AUTH_SECRET", () => {
    const purposes = ["session", "file-address", "mail-stop", "mailed-token"] as const;
    const keys = purposes.map(keyFor);
    expect(purposes.map(keyFor)).toEqual(keys);
    adoptEnv({ ...usual, AUTH_SECRET: "another secret of at least 32 characters" });
    const others = purposes.map(keyFor);
    expect(new Set([...keys, ...others, usual.AUTH_SECRET]).size).toBe(9);
  });

  it("reject file addresses that are signed with AUTH_SECRET or with the key of another purpose", () => {
    const own = new URL(fileAddress("v1", noon), usual.APP_URL);
    expect(readSignedAddress(own, noon)).toMatchObject({ versionIds: ["v1"] });
    const parts = ["v1", own.searchParams.get("exp") ?? "", "0"].join("\n");
    for (const sig of [
      sign(usual.AUTH_SECRET, parts),
      sign(usual.AUTH_SECRET, `file\n${parts}`),
      sign(keyFor("mail-stop"), parts),
    ]) {
      own.searchParams.set("sig", sig);
      expect(readSignedAddress(own, noon)).toBeNull();
    }
  });

  it("sign unsubscribe links, and accept the links in e-mails of earlier releases", () => {
    const token = stopUrl("niki@example.org", "reminders").split("/").at(-1) ?? "";
    const found = { kind: "reminders", address: "niki@example.org" };
    expect(findStop(token)).toEqual(found);
    const [body = ""] = token.split(".");
    expect(findStop(`${body}.${sign(`${usual.AUTH_SECRET} stop`, body)}`)).toEqual(found);
    expect(findStop(`${body}.${sign(keyFor("file-address"), body)}`)).toBeNull();
  });

  it("derive the token of an e-mailed link from the id of its row", () => {
    expect(mailedToken("a").raw).toBe(mailedToken("a").raw);
    expect(mailedToken("a").raw).not.toBe(mailedToken("b").raw);
    expect(mailedToken("a").raw.length).toBeGreaterThanOrEqual(43);
  });
});
