export type PreviewKind = "pdf" | "image" | "video" | "audio" | "text";

/** Kinds of content with a preview; everything else is a download. */
export function previewKind(mediaType: string): PreviewKind | null {
  if (mediaType === "application/pdf") return "pdf";
  if (/^image\/(png|jpeg|gif|webp|avif|bmp)$/.test(mediaType)) return "image";
  if (mediaType.startsWith("video/")) return "video";
  if (mediaType.startsWith("audio/")) return "audio";
  return mediaType === "text/plain" ? "text" : null;
}
