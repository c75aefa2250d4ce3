import type { LibraryKind } from "@/domain/library";

const folders = { output: "outputs", practice: "practices" } as const satisfies Record<LibraryKind, string>;

/** The public page of an item of the library. */
export const itemPath = ({ kind, slug }: { kind: LibraryKind; slug: string }) => `/${folders[kind]}/${slug}`;
