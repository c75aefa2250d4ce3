import type { ReactNode } from "react";
import { BrowserTimeZone } from "@/components/shared/browser-time-zone";
import { LivePage } from "@/components/shared/live-page";
import { AppFrame } from "./app-frame";

export default function AppLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <AppFrame>{children}</AppFrame>
      <BrowserTimeZone />
      <LivePage renderedAt={new Date().getTime()} />
    </>
  );
}
