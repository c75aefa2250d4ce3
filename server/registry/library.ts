import { type Belonging, none, noReference } from "./belonging";

const derived = none("Derived from what is published: outputs and practices, which are listed themselves.");

/** The search index of the library. */
export const libraryTables: Record<string, Belonging> = {
  library_items: {
    merge: noReference,
    personExport: derived,
    archive: derived,
    erase: none("Holds no names of people."),
    moveOrganisation: noReference,
  },
};
