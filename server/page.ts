import { z } from "zod";

/** The cursor of a list, as it stands in the address. */
export const cursorInput = z.string().max(400).optional();
