import { cn } from "@/components/ui/cn";
import { getTranslations } from "@/messages/server";
import { isDemo } from "@/server/demo-mode";
import { env } from "@/server/env";

/** Says where e-mails are stored on an instance without a mail server; renders nothing with one. */
export async function MailsFiled({ className }: { className?: string }) {
  if (env().SMTP_URL || isDemo()) return null;
  return (
    <p className={cn("text-ink-soft max-w-prose text-sm", className)}>{(await getTranslations("people"))("filed")}</p>
  );
}
