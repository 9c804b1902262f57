import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

const headers = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
];

/** @type {import("next").NextConfig} */
const config = {
  typedRoutes: true,
  // Both load a native file at run time, which a bundler cannot follow.
  serverExternalPackages: ["@photostructure/sqlite", "@node-rs/argon2"],
  poweredByHeader: false,
  agentRules: false,
  images: { unoptimized: true },
  headers: async () => [{ source: "/:path*", headers }],
  // Beyond what any form here needs; what is larger than a form may be gets a sentence, not a broken page.
  experimental: { serverActions: { bodySizeLimit: "4mb" } },
};

export default withNextIntl(config);
