import { expect, it, vi } from "vitest";
import { GET } from "./route";

const { page } = vi.hoisted(() => ({
  page: {
    state: "published",
    slug: "guide-a1b2c3",
    revision: 1,
    type: "guide",
    title: "A guide",
    organisations: [{ shortName: "IEK" }],
    project: { acronym: "BRIDGES" },
  },
}));
vi.mock("@/server/trpc/rsc", () => ({
  serverApi: () => ({ public: { output: () => page } }),
  orNull: (answer: unknown) => answer,
}));
vi.mock("@/messages/server", () => ({ getTranslations: () => (key: string) => key }));

const picture = async () => {
  const answer = await GET(new Request("https://a.example"), { params: Promise.resolve({ slug: page.slug }) });
  return Buffer.from(await answer.arrayBuffer()).toString("base64");
};

it("is drawn anew after the project or an organisation changed its name, and not before", async () => {
  const first = await picture();
  expect(await picture()).toBe(first);
  page.project.acronym = "RIVERS";
  const renamed = await picture();
  expect(renamed).not.toBe(first);
  page.organisations = [{ shortName: "ΙΕΚ Θερμαϊκού" }];
  expect(await picture()).not.toBe(renamed);
});
