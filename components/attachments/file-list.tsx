import { type AttachedFile, isPicture } from "@/domain/attachments";
import { FileSize } from "../ui/file-size";
import { privateAddress, publicAddress } from "./attached-files";

type Props = {
  files: readonly AttachedFile[];
  /** True on a page that everyone can read. */
  isPublic: boolean;
  /** The language of the description at this index. */
  langOf?: (index: number) => string;
};

/** The files of a description: pictures with their text alternative, other files as links. */
export function FileList({ files, isPublic, langOf }: Props) {
  const addressOf = isPublic ? publicAddress : privateAddress;
  const listed = files.map((file, index) => ({ ...file, lang: langOf?.(index) }));
  const pictures = listed.filter(({ mediaType }) => isPicture(mediaType));
  const others = listed.filter(({ mediaType }) => !isPicture(mediaType));
  return (
    <div className="grid gap-4">
      {pictures.length > 0 ? (
        <ul className="grid gap-3 sm:grid-cols-2">
          {pictures.map((file) => (
            <li key={file.id}>
              <a href={addressOf(file, true)} className="block rounded-md">
                <img
                  src={addressOf(file, true)}
                  alt={file.text}
                  lang={file.lang}
                  loading="lazy"
                  className="border-line aspect-4/3 w-full rounded-md border object-cover"
                />
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {others.length > 0 ? (
        <ul className="divide-line border-line divide-y border-y">
          {others.map((file) => (
            <li key={file.id} className="py-2">
              <a href={addressOf(file, false)} className="link font-semibold wrap-anywhere">
                {file.name}
              </a>{" "}
              <span className="text-ink-soft text-sm">
                <FileSize bytes={file.sizeBytes} />
              </span>
              {file.text === "" ? null : (
                <p dir="auto" lang={file.lang} className="wrap-anywhere">
                  {file.text}
                </p>
              )}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
