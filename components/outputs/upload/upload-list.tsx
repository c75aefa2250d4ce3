"use client";

import { UploadProgress } from "./upload-progress";
import type { UploadItem, UploadQueue } from "./upload-queue";

type Props = {
  label: string;
  items: readonly UploadItem[];
  /** Called when something happens to an upload, because there is none on the server. */
  queue: () => UploadQueue;
  /** The largest file, in bytes. */
  maxBytes: number;
  /** Lets the person choose another file, or another name for it. */
  onChange: (item: UploadItem) => void;
};

/** Uploads with their progress and actions. */
export function UploadList({ label, items, queue, maxBytes, onChange }: Props) {
  if (items.length === 0) return null;
  return (
    <ul aria-label={label} className="grid gap-3">
      {items.map((item) => (
        <UploadProgress
          key={item.id}
          item={item}
          maxBytes={maxBytes}
          onPause={() => queue().pause(item.id)}
          onResume={() => queue().resume(item.id)}
          onCancel={() => void queue().cancel(item.id)}
          onChange={() => {
            queue().remove(item.id);
            onChange(item);
          }}
        />
      ))}
    </ul>
  );
}
