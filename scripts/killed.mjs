import { randomBytes, randomUUID } from "node:crypto";
import { startInstance } from "./instance.mjs";

/** An HTTP client with cookies: signs in to the demo, and calls the API and the upload endpoint. */
export async function signIn(url, role) {
  const jar = new Map();
  const ask = async (path, given = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { ...given.headers, cookie };
    const answer = await fetch(new URL(path, url), { redirect: "manual", ...given, headers });
    for (const line of answer.headers.getSetCookie()) {
      const [name, value] = line.split(";")[0].split("=");
      jar.set(name, value);
    }
    return answer;
  };
  const { csrfToken } = await (await ask("/api/auth/csrf")).json();
  await ask("/api/auth/callback/demo", { method: "POST", body: new URLSearchParams({ role, csrfToken }) });
  const call = async (procedure, input, method = "POST") => {
    const body = JSON.stringify({ json: input });
    const answer =
      method === "GET"
        ? await ask(`/api/trpc/${procedure}?input=${encodeURIComponent(body)}`)
        : await ask(`/api/trpc/${procedure}`, { method, body, headers: { "content-type": "application/json" } });
    const told = await answer.json();
    if (!answer.ok) throw new Error(`${procedure} answered ${answer.status}: ${JSON.stringify(told)}`);
    return told.result.data.json;
  };
  const tus = (method, path, headers, body) =>
    ask(path, { method, body, headers: { "Tus-Resumable": "1.0.0", ...headers } });
  return { call, read: (procedure, input) => call(procedure, input, "GET"), tus };
}

const text = (value) => Buffer.from(value).toString("base64");
const piece = { "Content-Type": "application/offset+octet-stream" };

/**
 * Writes, kills the instance right after the response, restarts it on the same data and checks that every acknowledged
 * write exists and that an upload resumes at its offset. Returns a list of problems.
 */
export async function lostByKill(folder, dataDir) {
  const settings = { LOG_LEVEL: "error" };
  const first = await startInstance(folder, dataDir, settings);
  const wrong = [];
  const content = randomBytes(300_000);
  const half = 100_000;
  const output = { id: randomUUID(), title: `Written before the end ${randomUUID()}` };
  const name = `Named before the end ${randomUUID()}`;
  let upload;
  try {
    const person = await signIn(first.url, "coordinator");
    const [project] = (await person.read("projects.list", {})).items;
    const [lead] = await person.read("outputs.choices", { slug: project.slug });
    const plan = { ...output, projectId: project.id, type: "guide", leadOrganisationId: lead.id };
    await person.call("outputs.create", plan);
    const meaning = `outputId ${text(output.id)},name ${text("half.bin")}`;
    const begun = await person.tus("POST", "/upload", {
      "Upload-Length": String(content.length),
      "Upload-Metadata": meaning,
    });
    upload = begun.headers.get("location");
    await person.tus("PATCH", upload, { ...piece, "Upload-Offset": "0" }, content.subarray(0, half));
    await person.call("people.updateProfile", { name, locale: "en" });
  } finally {
    await first.kill();
  }
  const second = await startInstance(folder, dataDir, settings);
  try {
    const person = await signIn(second.url, "coordinator");
    if ((await person.read("people.me", null)).name !== name) wrong.push("The person's new name is lost.");
    const found = await person.read("outputs.get", { outputId: output.id });
    if (found.title !== output.title) wrong.push("The output is lost.");
    const state = await person.tus("HEAD", upload, {});
    const offset = state.headers.get("upload-offset");
    if (offset !== String(half)) wrong.push(`The upload goes on at ${offset} of ${half}.`);
    const done = await person.tus("PATCH", upload, { ...piece, "Upload-Offset": String(half) }, content.subarray(half));
    if (done.status !== 204) wrong.push(`The rest of the upload was answered with ${done.status}.`);
    const { items } = await person.read("outputs.files", { outputId: output.id });
    if (items.length !== 1) wrong.push("The upload became no version.");
  } finally {
    await second.stop();
  }
  return wrong;
}
