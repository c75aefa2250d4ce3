/** A length in pixels at the default text size as one that grows with the text size that the reader chose. */
export const rem = (pixels: number) => `${String(pixels / 16)}rem`;
