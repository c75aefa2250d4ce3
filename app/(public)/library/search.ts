import { type LibraryPath, readLibraryFilters } from "@/components/library/library-address";
import { searchLibraryInput } from "@/domain/schemas/library";
import { serverApi } from "@/server/trpc/rsc";

/** The page of the library that an address asks for, with its state. */
export async function searchAt(path: LibraryPath, parameters: Record<string, string | string[] | undefined>) {
  const found = readLibraryFilters(parameters);
  const filters = path === "/practices" ? { ...found, kind: "practice" } : found;
  const api = await serverApi();
  return { filters, page: await api.public.search(searchLibraryInput.parse(filters)) };
}
