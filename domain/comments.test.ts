import { describe, expect, it } from "vitest";
import type { ParticipationKind, ProjectRole } from "./actor";
import {
  canReadComment,
  type CommentAccess,
  type CommentReader,
  commentSubjectTypes,
  type CommentSubjectType,
  commentVisibilities,
  type CommentVisibility,
  decideReply,
  visibilityChoices,
} from "./comments";

const person = (
  personId: string,
  kind: ParticipationKind,
  organisationId: string,
  role: ProjectRole,
): CommentReader => ({ personId, participation: { kind, organisationId, role } });

const people = [
  person("author", "partner", "lead", "contributor"),
  person("colleague", "partner", "lead", "viewer"),
  person("coordinator", "coordinator", "coordinating", "manager"),
  person("assistant", "coordinator", "coordinating", "contributor"),
  person("opener", "partner", "other", "viewer"),
  person("partner", "associated", "third", "manager"),
  person("asked", "evaluator", "evaluators", "manager"),
  person("evaluator", "evaluator", "evaluators", "contributor"),
];
const stranger: CommentReader = { personId: "stranger", participation: null };

const comment = (subjectType: CommentSubjectType, visibility: CommentVisibility): CommentAccess => ({
  subjectType,
  reviewerIds: subjectType === "practice" ? [] : ["asked"],
  visibility,
  authorId: "author",
  organisationId: "lead",
  openedBy: visibility === "coordinators" ? "opener" : null,
});

const readers = (access: CommentAccess) =>
  [...people, stranger].filter((actor) => canReadComment(actor, access)).map(({ personId }) => personId);

describe("who can read a comment", () => {
  const members = ["author", "colleague", "coordinator", "assistant", "opener", "partner"];

  it.each(commentSubjectTypes)("on this subject that everyone can read: all members, and on a %s", (type) => {
    expect(readers(comment(type, "everyone"))).toEqual(type === "submission" ? [...members, "asked"] : members);
  });

  it.each(commentSubjectTypes)("of an organisation or for the coordinators on this subject: %s", (type) => {
    expect(readers(comment(type, "organisation"))).toEqual(["author", "colleague"]);
    expect(readers(comment(type, "coordinators"))).toEqual(["author", "coordinator", "opener"]);
  });

  it("offers evaluators only what they see answers to", () => {
    for (const type of commentSubjectTypes) {
      expect(visibilityChoices("partner", type)).toEqual(commentVisibilities);
      for (const visibility of visibilityChoices("evaluator", type)) {
        const answer = { ...comment(type, visibility), organisationId: "evaluators", openedBy: "asked" };
        if (type !== "practice") expect(readers(answer)).toContain("asked");
      }
    }
  });

  it("evaluators read those of their organisation where they were asked, and always their own there", () => {
    const own = { ...comment("output", "organisation"), authorId: "evaluator", organisationId: "evaluators" };
    expect(readers(own)).toEqual(["asked"]);
    expect(readers({ ...own, visibility: "everyone", authorId: "asked" })).toEqual([...members, "asked"]);
  });
});

describe("a reply", () => {
  const comments = commentVisibilities.flatMap((visibility) =>
    ["lead", "coordinating", "other"].map((organisationId) => ({ visibility, organisationId })),
  );
  const authorOf: Record<string, string> = { lead: "author", coordinating: "coordinator", other: "opener" };
  const access = (one: (typeof comments)[number], openedBy: string | null): CommentAccess => ({
    ...comment("output", one.visibility),
    ...one,
    authorId: authorOf[one.organisationId] ?? "",
    openedBy,
  });

  it("has no reader who cannot read the comment it answers", () => {
    let allowed = 0;
    for (const answered of comments) {
      const before = access(answered, decideReply(access(answered, null), null));
      for (const reply of comments) {
        const draft = access(reply, null);
        const author = people.find(({ personId }) => personId === draft.authorId);
        if (!author || !canReadComment(author, before)) continue;
        let after: CommentAccess;
        try {
          after = { ...draft, openedBy: decideReply(draft, before) };
        } catch {
          continue;
        }
        allowed += 1;
        expect(readers(before)).toEqual(expect.arrayContaining(readers(after)));
      }
    }
    expect(allowed).toBe(35);
  });

  it("to an exchange with the coordinators stays readable for the person who began it", () => {
    const question = access({ visibility: "coordinators", organisationId: "other" }, "opener");
    expect(decideReply(access({ visibility: "coordinators", organisationId: "coordinating" }, null), question)).toBe(
      "opener",
    );
  });

  it.each(["organisation", "coordinators"] as const)(
    "to a comment with the visibility %s cannot be wider",
    (visibility) => {
      const answered = access({ visibility, organisationId: "lead" }, null);
      for (const other of commentVisibilities.filter((one) => one !== visibility)) {
        const reply = access({ visibility: other, organisationId: "lead" }, null);
        expect(() => decideReply(reply, answered)).toThrow("comment.reply_wider");
      }
      const moved = access({ visibility: "organisation", organisationId: "other" }, null);
      expect(() => decideReply(moved, answered)).toThrow("comment.reply_wider");
    },
  );
});
