/**
 * Broad (two digits) and narrow (three digits) fields of education and training: ISCED-F 2013, UNESCO. Without 011 and
 * 061, which are the same as their broad field.
 */
export const educationFields = [
  ..."00 001 002 003 01 02 021 022 023 03 031 032 04 041 042 05 051 052 053 054 06".split(" "),
  ..."07 071 072 073 08 081 082 083 084 09 091 092 10 101 102 103 104".split(" "),
] as readonly string[];

/** Levels of the European Qualifications Framework. */
export const eqfLevels = [1, 2, 3, 4, 5, 6, 7, 8] as const;
