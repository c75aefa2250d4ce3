/** The hidden field with what a form sends besides its fields. */
export const postedFormField = "_post";

/** The answer to a posted form that was refused: what to correct, and the values to show again. */
export type PostAnswer = {
  code: string;
  sentence: string;
  params: Record<string, string | number>;
  /** Codes and sentences by field. */
  fields: Record<string, { code: string; sentence: string }>;
  values: Record<string, string | string[]>;
};

export type SubmitForm = (before: PostAnswer | null, form: FormData) => Promise<PostAnswer | null>;
