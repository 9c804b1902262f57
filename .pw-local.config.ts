import base from "./playwright.config";
const { globalSetup: _, ...rest } = base;
export default { ...rest, testDir: "e2e", timeout: 25_000, outputDir: "/tmp/pw-results", use: { ...rest.use, trace: "off", actionTimeout: 8_000 } };
